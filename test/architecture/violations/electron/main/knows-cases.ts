// breaks: main-sees-host-and-kernel
import '#shared/casework/case-file.ts'
