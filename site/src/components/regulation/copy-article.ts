/** Copies an article with its citation. */
const column = document.querySelector<HTMLElement>('[data-citation]')

function citation(article: HTMLElement): string {
  const { citation: title = '', guideBy = '' } = column?.dataset ?? {}
  const label = article.querySelector('.law-number')?.textContent?.trim() ?? ''
  const official = article.querySelector<HTMLElement>('[data-text]')
  const text = (official ?? article.querySelector<HTMLElement>('[data-guide]'))?.innerText.trim()
  const head = official ? `${title}${label}` : `${title}${label}（${guideBy}解读）`
  return `${head}\n${text ?? ''}\n${location.origin}${location.pathname}#${article.id}`
}

/** Copies a text; where the page may not, it selects the article for the reader to copy. */
async function copy(article: HTMLElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(citation(article))
    return '已复制，含条号和网址'
  } catch {
    getSelection()?.selectAllChildren(article)
    return '已选中，请按复制'
  }
}

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('[data-copy]')
  const article = button && document.getElementById(button.dataset['copy'] ?? '')
  if (!article) return
  void copy(article).then((word) => {
    const status = document.querySelector('[data-copy-status]')
    if (status) status.textContent = word
    button.textContent = word
    setTimeout(() => (button.textContent = '复制本条'), 3000)
  })
})
