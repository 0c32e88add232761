// breaks: features-use-what-is-below
import '../../main.tsx'
