/** Shows in the contents where the reader is. */
const links = new Map<string, HTMLAnchorElement>()
for (const link of Array.from(
  document.querySelectorAll<HTMLAnchorElement>('#contents a[href^="#"]'),
)) {
  links.set(link.hash.slice(1), link)
}

let current: HTMLAnchorElement[] = []

function mark(article: Element): void {
  const division = article.closest('.law-division')
  for (const link of current) link.removeAttribute('aria-current')
  current = [links.get(article.id), links.get(division?.id ?? '')].filter((link) => link != null)
  for (const link of current) link.setAttribute('aria-current', 'location')
}

if ('IntersectionObserver' in window) {
  // The band just below the top of the window: the article that crosses it is being read.
  const observer = new IntersectionObserver(
    (entries) => {
      const crossing = entries.find(({ isIntersecting }) => isIntersecting)
      if (crossing) mark(crossing.target)
    },
    { rootMargin: '-15% 0px -80% 0px' },
  )
  for (const article of Array.from(document.querySelectorAll('.law-article'))) {
    observer.observe(article)
  }
}
