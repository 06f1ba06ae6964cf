/**
 * Pages that Strapi links to past its lists of routes and links: by the end of the file's name, what
 * stands there and what stands there instead. An office manages accounts and roles; the rest of the
 * settings is for who builds the desk.
 */
export const hardPages: Record<string, Record<string, string>> = {
  // The overview shows for whom the webhooks do, which is nobody (desk/withhold.ts).
  '@strapi/admin/dist/admin/admin/src/constants.mjs': {
    "id: '000-application-infos'": "id: 'webhooks'",
  },
  '@strapi/admin/dist/admin/admin/src/pages/Settings/Layout.mjs': {
    'to: "application-infos"': 'to: "users"',
  },
  // Who manages no accounts has no settings, and keeps the other links.
  '@strapi/admin/dist/admin/admin/src/hooks/useMenu.mjs': {
    '// using the settings menu\n                permissions: [],':
      '// using the settings menu\n                permissions: permissions.settings?.users?.main ?? [],',
    'if (settingsLinkIndex === -1) {\n        return [];':
      'if (settingsLinkIndex === -1) {\n        return authorizedGeneralSectionLinks;',
  },
}
