export {}

const root = document.querySelector<HTMLElement>('[data-search]')
if (root) void import('./page.ts').then(({ takeOver }) => takeOver(root))
