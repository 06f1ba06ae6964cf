;(function (root) {
  root.classList.add('js')
  try {
    const saved = JSON.parse(localStorage.getItem('display') || '{}')
    if (saved.size === 'large') root.setAttribute('data-size', 'large')
    if (saved.contrast === 'high') root.setAttribute('data-contrast', 'high')
  } catch {
    // A browser that forbids storage shows the ordinary type.
  }
})(document.documentElement)
