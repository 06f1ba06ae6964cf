/**
 * Brings what is said of a refused form to whoever cannot see it. Browsers do so by themselves
 * (`autofocus`), those of 2019 only for fields.
 */
export function focusAlert(alert: HTMLElement): void {
  if (!alert.hidden && document.activeElement !== alert) alert.focus()
}
