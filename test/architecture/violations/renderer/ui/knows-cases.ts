// breaks: ui-knows-nothing
import '#shared/casework/case-file.ts'
