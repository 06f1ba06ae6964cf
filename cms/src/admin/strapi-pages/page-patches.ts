/**
 * What Strapi's pages do that no setting changes: by the end of the file's name, what
 * stands there and what stands there instead. Some are links past its lists of routes and links: an office manages accounts and roles; the rest of the
 * settings is for who builds the desk.
 */
export const pagePatches: Record<string, Record<string, string>> = {
  // Another person who signs in in the same tab is not led to where the one before was (session/return-page.ts).
  '@strapi/admin/dist/admin/admin/src/pages/Auth/utils.mjs': {
    'return redirectTo;':
      "return window.sessionStorage.getItem('desk-stranger') ? DEFAULT_REDIRECT_TO : redirectTo;",
  },
  // The overview shows for whom the webhooks do, which is nobody (strapi/withhold-actions.ts).
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
    // On a telephone the cases stand in the bar, not behind the menu,
    "topMobileNavigation: [\n            {\n                to: '/'\n            },":
      "topMobileNavigation: [{ to: '/' }, { to: 'desk' }, { to: 'desk/views' }, { to: 'leading' },",
  },
  // and therefore not in both.
  '@strapi/admin/dist/admin/admin/src/components/LeftMenu.mjs': {
    "'content-type-builder',": "'content-type-builder', 'desk',",
  },
  // Cases have pages of their own (admin/desk), to which their list here leads.
  '@strapi/content-manager/dist/admin/components/LeftMenu.mjs': {
    '.filter((link)=>contains(link.title, search.trim()))':
      ".filter((link)=>link.uid !== 'api::case.case' && contains(link.title, search.trim()))",
  },
  // Where a page is laid out anew, its panels are none for a moment: the drawer took that for good and was gone, with
  // the button that saves.
  '@strapi/content-manager/dist/admin/pages/EditView/components/Panels.mjs': {
    'if (setVisiblePanels && visiblePanelsLength !== panels.length)':
      'if (setVisiblePanels && panels.length > 0 && visiblePanelsLength !== panels.length)',
  },
  // They also waited for a moment in which the browser has nothing to do, which may not come.
  '@strapi/admin/dist/admin/admin/src/components/DescriptionComponentRenderer.mjs': {
    'requestHandle.current = null;\n            forceUpdate();\n        });':
      'requestHandle.current = null;\n            forceUpdate();\n        }, { timeout: 250 });',
  },
  // On a telephone the way to the next page of a list stood outside the screen,
  '@strapi/admin/dist/admin/admin/src/components/Pagination.mjs': {
    'justifyContent: "space-between",': 'justifyContent: "space-between", wrap: "wrap", gap: 4,',
  },
  // and what waits on the home page was cut off in the middle of a line: a card is as high as what it shows.
  // Cards beside each other begin and end together.
  '@strapi/admin/dist/admin/admin/src/pages/Home/HomePage.mjs': {
    'col: widgetWidth,': 'col: widgetWidth, alignItems: "stretch",',
  },
  '@strapi/admin/dist/admin/admin/src/components/WidgetRoot.mjs': {
    'height: "261px",': 'minHeight: "96px",',
  },
}
