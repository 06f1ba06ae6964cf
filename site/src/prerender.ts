import { createApp } from 'astro/app/entrypoint'
import { openPictures, watchPictures } from './library/picture-files.ts'
import type { Prerender } from './static/prerender.ts'
import { standIns } from '../stand-ins.ts'

const app = createApp()
const routes = new Map(app.manifest.routes.map(({ routeData }) => [routeData.route, routeData]))

export const openRenderer: Prerender['openRenderer'] = ({ settings, contentDir, cache }) => {
  const store = openPictures(contentDir, cache)
  return async ({ route, path, shown }) => {
    const routeData = routes.get(route)
    if (!routeData) throw new Error(`no route ${route}`)
    const request = new Request(new URL(standIns.basePath + path, standIns.siteUrl))
    const { result, ...seen } = await watchPictures(store, async () => {
      const response = await app.render(request, {
        // Named as a fixed one: Astro then does not look for a list of the route's paths.
        routeData: { ...routeData, pathname: path },
        locals: { settings, ...shown } as App.Locals,
      })
      const expected = path === '/404/' ? 404 : 200
      if (response.status !== expected) throw new Error(`${path} answers ${response.status}`)
      return new Uint8Array(await response.arrayBuffer())
    })
    return { bytes: result, ...seen }
  }
}
