// breaks: dexie-only-in-working-set
import 'dexie'
