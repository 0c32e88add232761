/**
 * The data of the one message event with which the vault's port reaches the page, in `event.ports[0]`. The page takes it only
 * when `event.source === window`. It stands apart from the schemas so that the preload need not carry them.
 */
export const vaultPortMessage = 'luwte:vault-port'
