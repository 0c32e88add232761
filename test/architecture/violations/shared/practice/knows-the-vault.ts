// breaks: domain-knows-no-seam
import '../contracts/vault.ts'
