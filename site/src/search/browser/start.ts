import { canInflate } from './source.ts'

const root = document.querySelector<HTMLElement>('[data-search]')
if (root && canInflate()) {
  void import('./page.ts').then(({ takeOver }) => takeOver(root))
}
