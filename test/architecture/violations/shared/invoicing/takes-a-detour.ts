// breaks: invoicing-never-reaches-casework
import '../organisations/detour.ts'
