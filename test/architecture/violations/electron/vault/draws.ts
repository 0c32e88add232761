// breaks: vault-sees-no-screen
import 'react'
