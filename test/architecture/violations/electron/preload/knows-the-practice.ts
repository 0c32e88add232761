// breaks: preload-sees-contracts
import '#shared/practice/practice.ts'
