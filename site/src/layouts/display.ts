const root = document.documentElement
const buttons = document.querySelectorAll<HTMLButtonElement>('[data-display]')

function show(button: HTMLButtonElement): void {
  const { display = '', value = '' } = button.dataset
  button.setAttribute('aria-pressed', String(root.getAttribute(`data-${display}`) === value))
}

function remember(): void {
  const chosen = {
    size: root.getAttribute('data-size'),
    contrast: root.getAttribute('data-contrast'),
  }
  try {
    localStorage.setItem('display', JSON.stringify(chosen))
  } catch {
    // A browser that forbids storage keeps the choice for this page only.
  }
}

for (const button of Array.from(buttons)) {
  show(button)
  button.addEventListener('click', () => {
    const { display = '', value = '' } = button.dataset
    const name = `data-${display}`
    if (root.getAttribute(name) === value) root.removeAttribute(name)
    else root.setAttribute(name, value)
    show(button)
    remember()
  })
}
