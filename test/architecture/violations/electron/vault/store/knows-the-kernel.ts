// breaks: store-knows-no-domain
import '#shared/kernel/id.ts'
