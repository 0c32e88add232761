// breaks: statistics-never-reaches-casework
import '../organisations/detour.ts'
