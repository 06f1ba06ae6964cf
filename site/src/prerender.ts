import { createApp } from 'astro/app/entrypoint'
import { StaticPaths } from 'astro:static-paths'
import { openLibrary } from './library/entries.ts'
import { environment } from './server/environment.ts'
import type { Prerender } from './static-page.ts'

export { madePictures } from './library/pictures.ts'

const app = createApp()

export const staticPages: Prerender['staticPages'] = async (library) => {
  openLibrary(library)
  const paths = await new StaticPaths(app).getAll()
  return paths.map(({ pathname, route }) => {
    const isPage = route.type === 'page'
    const path = isPage ? pathname.replace(/\/?$/, '/') : pathname
    return {
      file: path === '/404/' ? '/404.html' : isPage ? `${path}index.html` : path,
      render: async () => {
        const url = new URL(environment.basePath + path, environment.siteUrl)
        const response = await app.render(new Request(url), { routeData: route })
        const expected = path === '/404/' ? 404 : 200
        if (response.status !== expected) throw new Error(`${path} answers ${response.status}`)
        return new Uint8Array(await response.arrayBuffer())
      },
    }
  })
}
