// breaks: kernel-knows-no-domain
import '../practice/practice.ts'
