type Words = Record<string, string>

/**
 * English that Strapi's code shows past its translations, much of it to screen readers only: by the
 * end of the file's name, as it stands there.
 */
export const hardCodedTexts: Record<string, Words> = {
  '@strapi/admin/dist/admin/admin/src/components/LazyOutlet.mjs': {
    'children: "Loading content."': 'children: "正在载入。"',
  },
  '@strapi/admin/dist/admin/admin/src/components/PageHelpers.mjs': {
    "children = 'Loading content.'": "children = '正在载入。'",
    '| Strapi`': '| 管理后台`',
  },
  '@strapi/admin/dist/admin/admin/src/components/ErrorElement.mjs': {
    "children: `Strapi's GitHub`": 'children: `Strapi 的 GitHub`',
  },
  '@strapi/admin/dist/admin/admin/src/components/LeftMenu.mjs': {
    'label: "Menu"': 'label: "菜单"',
  },
  '@strapi/admin/dist/admin/admin/src/components/FormInputs/Renderer.mjs': {
    'placeholder: `Unsupported field type: ${type}`': 'placeholder: `这里不能填写`',
  },
  '@strapi/admin/dist/admin/admin/src/pages/Settings/components/SettingsNav.mjs': {
    '"aria-label": "Notification"': '"aria-label": "有新的消息"',
  },
  '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Users/ListPage.mjs': {
    "isActive ? 'Active' : 'Inactive'": "isActive ? '在用' : '停用'",
    "name: 'Users'": "name: '用户'",
    "label: 'Firstname'": "label: '名'",
    "label: 'Lastname'": "label: '姓'",
    "label: 'Email'": "label: '邮箱'",
    "label: 'Username'": "label: '用户名'",
  },
  '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Users/EditPage.mjs': {
    "name: 'Users'": "name: '用户'",
  },
  ...Object.fromEntries(
    ['ListPage', 'EditPage', 'CreatePage'].map((page) => [
      `@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Roles/${page}.mjs`,
      {
        "name: 'Roles'": "name: '角色'",
        ...(page === 'CreatePage' && {
          "format(new Date(), 'PPP')": "format(new Date(), 'yyyy年M月d日')",
        }),
      },
    ]),
  ),
  '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Roles/components/PluginsAndSettings.mjs':
    {
      "})} ${kind === 'plugins' ? 'plugin' : kind}`": '})}`',
    },
  '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Roles/components/ConditionsModal.mjs': {
    '`${values.length} currently selected`': '`选了 ${values.length} 项`',
  },
  // The signs by which the database knows an entry say nothing to staff.
  '@strapi/content-manager/dist/admin/pages/ListView/components/ViewSettingsMenu.mjs': {
    'filter((name)=>checkIfAttributeIsDisplayable(':
      "filter((name)=>name !== 'documentId' && checkIfAttributeIsDisplayable(",
  },
  '@strapi/content-manager/dist/admin/pages/ListView/components/Filters.mjs': {
    "            'id',\n            'documentId',\n": '',
  },
  '@strapi/content-manager/dist/admin/pages/EditView/components/Header.mjs': {
    'isDisplayed: collectionType !== SINGLE_TYPES && !!(document?.documentId ?? id)':
      'isDisplayed: false /* 条目标识 */',
    'if (!documentId) {\n        return null;\n    }\n    const handleCopy':
      'if (documentId) {\n        return null; // 条目标识\n    }\n    const handleCopy',
  },
  '@strapi/content-manager/dist/admin/pages/EditView/components/DocumentStatus.mjs': {
    // The word is the label already.
    '"aria-label": status': '"aria-label": undefined',
  },
  '@strapi/content-manager/dist/admin/pages/ListView/components/BulkActions/PublishAction.mjs': {
    "label: 'Publication status'": "label: '发布状态'",
    "label: 'documentId'": "label: '标识'",
  },
  '@strapi/upload/dist/admin/components/AssetDialog/BrowseStep/SearchAsset/SearchAsset.mjs': {
    'label: "Search"': 'label: "搜索"',
  },
  '@strapi/upload/dist/admin/components/AssetDialog/BrowseStep/PaginationFooter/Pagination.mjs': {
    "label = 'pagination'": "label = '翻页'",
  },
  'sonner/dist/index.mjs': {
    "containerAriaLabel = 'Notifications'": "containerAriaLabel = '通知'",
    '`${containerAriaLabel} ${hotkeyLabel}`': '`${containerAriaLabel}`',
  },
  '@strapi/design-system/dist/index.mjs': {
    'children: "Loading"': 'children: "正在载入"',
    '"Loading content..."': '"正在载入…"',
    'placeholder: e ?? v.join(m)': 'placeholder: e ?? ["年", "月", "日"].join(m)',
    '`${e} date`': '`${e}日期`',
    '`${e} time`': '`${e}时间`',
    '= "clear"': '= "清除"',
    '= "Clear"': '= "清除"',
    '= "Choose date"': '= "选择日期"',
    '= "Choose time"': '= "选择时间"',
    '= "Close modal"': '= "关闭"',
    '= "Month"': '= "月份"',
    '= "Year"': '= "年份"',
    '= "On"': '= "开"',
    '= "Off"': '= "关"',
    '= "Pagination"': '= "翻页"',
    '= "Select or enter a value"': '= "选择或填写"',
  },
}

/** The same in the one HTML page, which is there before any script has run. */
export const hardCodedPageTexts: Words = {
  '<html lang="en">': '<html lang="zh-CN">',
  '<title>Strapi Admin</title>': '<title>管理后台</title>',
  '<h1>JavaScript disabled</h1>': '<h1>需要打开 JavaScript</h1>',
  '<p>Please <a href="https://www.enable-javascript.com/">enable JavaScript</a> in your browser and reload the page to proceed.</p>':
    '<p>请在浏览器的设置里打开 JavaScript，再刷新这一页。</p>',
}

/**
 * Puts the Chinese in.
 * @throws naming the words that are not there: an upgrade has changed them
 */
export function replaceWords(text: string, words: Words): string {
  return Object.entries(words).reduce((changed, [english, chinese]) => {
    if (!changed.includes(english)) throw new Error(`not there any more: ${english}`)
    return changed.replaceAll(english, chinese)
  }, text)
}
