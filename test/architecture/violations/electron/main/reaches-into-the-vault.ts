// breaks: electron-parts-meet-in-contracts
import '../vault/session.ts'
