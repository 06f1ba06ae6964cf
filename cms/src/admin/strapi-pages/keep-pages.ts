import type { StrapiApp } from '@strapi/strapi/admin'
import { createElement, type ReactElement } from 'react'
import { Navigate } from 'react-router-dom'

type Route = { index?: boolean; path?: string; children?: Route[]; element?: ReactElement }

/** What an office works with; all else that Strapi and its plugins bring is for who builds the desk. */
const kept = [
  /^me(\/|$)/,
  /^settings\/\*$/,
  /^desk\/(views\/)?\*$/,
  /^leading\/\*$/,
  /^handbook\/\*$/,
  /^content-manager\/\*$/,
  /^plugins\/upload(\/|$)/,
]
const keptSettings = [/^users(\/|$)/, /^roles(\/|$)/]
const keptLinks = ['desk', 'desk/views', 'leading', 'content-manager', 'plugins/upload', 'handbook']

/** What lets somebody open the entries; Strapi shows the way to them to everybody. */
const entries = ['read', 'create'].map((verb) => ({
  action: `plugin::content-manager.explorer.${verb}`,
  subject: null,
}))

/** Below the settings and the entries Strapi would show an empty page. */
const notFound: Route = {
  path: '*',
  element: createElement(Navigate, { to: '/404', replace: true }),
}

/** Takes the others out of a list, which Strapi goes on using. */
function keep<T>(list: T[], isKept: (each: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(isKept))
}

const matches = ({ path = '' }: Route, patterns: RegExp[]) =>
  patterns.some((pattern) => pattern.test(path))

/**
 * Leaves of the admin's pages those that an office works with: the addresses of the others are not
 * there, and nothing links to them. The server refuses what they would do by itself. To be called
 * once all plugins have added theirs.
 */
export function keepPages(app: StrapiApp): void {
  const routes = app.router.routes as Route[]
  keep(routes, (route) => route.index === true || matches(route, kept))
  for (const { path, children } of routes) {
    if (path === 'settings/*' && children) {
      keep(children, (route) => matches(route, keptSettings))
      children.push(notFound)
    }
    // How lists and forms are laid out is part of the desk's code.
    if (path === 'content-manager/*' && children) {
      keep(children, (route) => !/configurations/.test(route.path ?? ''))
      children.push(notFound)
    }
  }
  keep(app.router.menu, ({ to }) => keptLinks.includes(to))
  for (const link of app.router.menu) if (link.to === 'content-manager') link.permissions = entries
  for (const section of Object.values(app.router.settings)) keep(section.links, () => false)
}
