/** Where the screens about the safety of the vault live. */
export const paths = {
  all: '/beveiliging',
  drill: (id: string) => `/beveiliging/proef/${id}`,
  check: '/beveiliging/controle',
  checkResult: '/beveiliging/controle/uitkomst',
  passphrase: '/beveiliging/wachtzin',
  rotate: '/beveiliging/nieuwe-sleutels',
  recoveryKey: '/beveiliging/herstelsleutel',
  revoke: (slot: number | string) => `/beveiliging/intrekken/${slot}`,
  envelope: '/beveiliging/noodenvelop',
} as const
