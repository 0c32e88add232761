/** Asking for the passphrase or recovery key once more, before what cannot be undone. */
export const secretText = {
  passphrase: 'Je wachtzin',
  passphraseHint: 'Luwte vraagt hem nog een keer, zodat niemand anders dit kan doen.',
  recoveryKey: 'Herstelsleutel',
  recoveryKeyHint: 'Typ de tekens over van je blad.',
  withRecoveryKey: 'Gebruik de herstelsleutel',
  withPassphrase: 'Gebruik toch mijn wachtzin',
  checking: 'Je wachtzin wordt gecontroleerd.',
  missing: { passphrase: 'Vul je wachtzin in.', recoveryKey: 'Vul je herstelsleutel in.' },
}
