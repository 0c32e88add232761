// breaks: sodium-only-in-store
import 'libsodium-wrappers-sumo'
