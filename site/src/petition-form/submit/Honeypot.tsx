import { trapName } from './honeypot.ts'

/**
 * The trap for programs. No tab stop, nothing for a screen reader, out of sight by the style sheet;
 * where there is none, as in a text browser, its label says to leave it empty.
 */
export function Honeypot() {
  return (
    <p className="trap" aria-hidden="true">
      <label>
        请不要填写这一项
        <input type="text" name={trapName} defaultValue="" tabIndex={-1} autoComplete="off" />
      </label>
    </p>
  )
}
