// breaks: invoicing-and-casework-apart
import '../invoicing/invoice.ts'
