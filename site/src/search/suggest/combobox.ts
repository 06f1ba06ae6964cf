/** Whoever types fast hears one number, not one a key. */
const pauseBeforeSaying = 500

/**
 * Makes a search field an editable combobox with a list of suggestions (WAI-ARIA 1.2, Authoring
 * Practices "list autocomplete with manual selection"). Nothing is chosen unasked: Enter without
 * an active option submits what was typed. The field must have an id, the form a submit button.
 */
export function combobox(
  form: HTMLFormElement,
  input: HTMLInputElement,
  find: (typed: string) => Promise<string[]>,
): void {
  const list = document.createElement('ul')
  list.className = 'suggestions'
  list.id = `${input.id}-suggestions`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', '搜索建议')
  list.hidden = true
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  form.append(list, status)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  let active = -1
  let turn = 0
  let composing = false
  let saying: ReturnType<typeof setTimeout> | undefined

  function say(words: string): void {
    clearTimeout(saying)
    saying = setTimeout(() => (status.textContent = words), words ? pauseBeforeSaying : 0)
  }

  function mark(next: number): void {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = next
    const option = list.children[active]
    if (!option) return input.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  function show(texts: string[]): void {
    const wasOpen = !list.hidden
    mark(-1)
    list.textContent = ''
    texts.forEach((text, index) => {
      const option = document.createElement('li')
      option.id = `${list.id}-${index}`
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', 'false')
      option.textContent = text
      list.append(option)
    })
    list.hidden = texts.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    if (texts.length > 0) say(`有 ${texts.length} 条搜索建议，可按上下键选择`)
    else say(wasOpen ? '没有搜索建议' : '')
  }

  function close(): void {
    turn++
    show([])
    say('')
  }

  /** What comes late, for a text that has changed or a field that was left, is dropped. */
  async function refresh(): Promise<void> {
    const mine = ++turn
    mark(-1)
    const texts = input.value.trim() ? await find(input.value) : []
    if (mine === turn && document.activeElement === input) show(texts)
  }

  /** Goes round through the options and the field itself. */
  async function move(step: 1 | -1): Promise<void> {
    if (list.hidden) await refresh()
    const places = list.children.length + 1
    mark(((active + 1 + step + places) % places) - 1)
  }

  function choose(option: Element): void {
    input.value = option.textContent ?? ''
    close()
    form.querySelector('button')?.click()
  }

  input.addEventListener('focus', () => void find(''), { once: true })
  input.addEventListener('input', () => {
    if (!composing) void refresh()
  })
  input.addEventListener('compositionstart', () => {
    composing = true
  })
  input.addEventListener('compositionend', () => {
    // Safari reports the key that ends a composition after it: that Enter chooses nothing.
    setTimeout(() => {
      composing = false
      void refresh()
    })
  })
  input.addEventListener('keydown', (event) => {
    if (composing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const option = list.children[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      void move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && option) {
      event.preventDefault()
      choose(option)
    } else if (event.key === 'Escape' && !list.hidden) {
      // Else browsers empty a search field.
      event.preventDefault()
      close()
    } else if (/^(Home|End|ArrowLeft|ArrowRight)$/.test(event.key)) {
      mark(-1)
    }
  })
  input.addEventListener('blur', close)
  form.addEventListener('submit', close)
  // The field keeps the focus, so that the list is still there when the click arrives.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest('[role="option"]')
    if (option) choose(option)
  })
}
