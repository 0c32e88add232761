// breaks: main-sees-host-and-kernel
import '#shared/contracts/vault.ts'
