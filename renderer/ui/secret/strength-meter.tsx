import './secret.css'
import { vaultText } from '../../locale/vault.ts'
import { type Strength } from './passphrase-strength.ts'

/** How hard the passphrase is to guess, in a word; the bar beside it says the same. */
export function StrengthMeter({ strength }: { strength: Strength }) {
  return (
    <div className="strength" role="status" aria-label={vaultText.start.strengthLabel}>
      <span className="strength-track" aria-hidden="true">
        <span className="strength-fill" data-strength={strength} />
      </span>
      <span>{vaultText.start.strength[strength]}</span>
    </div>
  )
}
