// breaks: features-never-import-each-other
import '../hours/hours.ts'
