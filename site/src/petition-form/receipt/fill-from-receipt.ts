import { formatQueryCode } from '../../petition/access/query-code.ts'
import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { readReceiptFragment } from './receipt-link.ts'

/**
 * Fills the tracking form from the fragment that a receipt's QR code brings, and takes it out of the
 * address at once, so that it does not stay in the history nor goes along when the address is shared.
 */
export function fillFromReceipt(form: HTMLFormElement): void {
  const receipt = readReceiptFragment(location.hash)
  if (!receipt) return
  history.replaceState(history.state, '', location.pathname + location.search)
  const fill = (name: string, value: string) => {
    const control = form.elements.namedItem(name)
    if (control instanceof HTMLInputElement) control.value = value
  }
  fill('number', formatReceiptNumber(receipt.number))
  fill('code', formatQueryCode(receipt.code))
  form.querySelector<HTMLButtonElement>('[type=submit]')?.focus()
}
