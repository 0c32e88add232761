// breaks: pdf-and-spreadsheets-only-in-documents
import '@react-pdf/renderer'
