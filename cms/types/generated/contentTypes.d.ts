import type { Schema, Struct } from '@strapi/strapi'

export interface AdminApiToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_tokens'
  info: {
    description: ''
    displayName: 'Api Token'
    name: 'Api Token'
    pluralName: 'api-tokens'
    singularName: 'api-token'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    adminPermissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>
    adminUserOwner: Schema.Attribute.Relation<'manyToOne', 'admin::user'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }> &
      Schema.Attribute.DefaultTo<''>
    encryptedKey: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    expiresAt: Schema.Attribute.DateTime
    kind: Schema.Attribute.Enumeration<['content-api', 'admin']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'content-api'>
    lastUsedAt: Schema.Attribute.DateTime
    lifespan: Schema.Attribute.BigInteger
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::api-token'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::api-token-permission'>
    publishedAt: Schema.Attribute.DateTime
    type: Schema.Attribute.Enumeration<['read-only', 'full-access', 'custom']> &
      Schema.Attribute.DefaultTo<'read-only'>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminApiTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_token_permissions'
  info: {
    description: ''
    displayName: 'API Token Permission'
    name: 'API Token Permission'
    pluralName: 'api-token-permissions'
    singularName: 'api-token-permission'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::api-token-permission'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    token: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminPermission extends Struct.CollectionTypeSchema {
  collectionName: 'admin_permissions'
  info: {
    description: ''
    displayName: 'Permission'
    name: 'Permission'
    pluralName: 'permissions'
    singularName: 'permission'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    actionParameters: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>
    apiToken: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>
    conditions: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<[]>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::permission'> &
      Schema.Attribute.Private
    properties: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>
    publishedAt: Schema.Attribute.DateTime
    role: Schema.Attribute.Relation<'manyToOne', 'admin::role'>
    subject: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminRole extends Struct.CollectionTypeSchema {
  collectionName: 'admin_roles'
  info: {
    description: ''
    displayName: 'Role'
    name: 'Role'
    pluralName: 'roles'
    singularName: 'role'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    description: Schema.Attribute.String
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::role'> & Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    users: Schema.Attribute.Relation<'manyToMany', 'admin::user'>
  }
}

export interface AdminSession extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_sessions'
  info: {
    description: 'Session Manager storage'
    displayName: 'Session'
    name: 'Session'
    pluralName: 'sessions'
    singularName: 'session'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    i18n: {
      localized: false
    }
  }
  attributes: {
    absoluteExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private
    childId: Schema.Attribute.String & Schema.Attribute.Private
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    deviceId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private
    expiresAt: Schema.Attribute.DateTime & Schema.Attribute.Required & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::session'> &
      Schema.Attribute.Private
    metadata: Schema.Attribute.JSON & Schema.Attribute.Private
    origin: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    sessionId: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.Unique
    status: Schema.Attribute.String & Schema.Attribute.Private
    type: Schema.Attribute.String & Schema.Attribute.Private
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    userId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private
  }
}

export interface AdminTransferToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_tokens'
  info: {
    description: ''
    displayName: 'Transfer Token'
    name: 'Transfer Token'
    pluralName: 'transfer-tokens'
    singularName: 'transfer-token'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }> &
      Schema.Attribute.DefaultTo<''>
    expiresAt: Schema.Attribute.DateTime
    lastUsedAt: Schema.Attribute.DateTime
    lifespan: Schema.Attribute.BigInteger
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token-permission'>
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminTransferTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_token_permissions'
  info: {
    description: ''
    displayName: 'Transfer Token Permission'
    name: 'Transfer Token Permission'
    pluralName: 'transfer-token-permissions'
    singularName: 'transfer-token-permission'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token-permission'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    token: Schema.Attribute.Relation<'manyToOne', 'admin::transfer-token'>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminUser extends Struct.CollectionTypeSchema {
  collectionName: 'admin_users'
  info: {
    description: ''
    displayName: 'User'
    name: 'User'
    pluralName: 'users'
    singularName: 'user'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    apiTokens: Schema.Attribute.Relation<'oneToMany', 'admin::api-token'> & Schema.Attribute.Private
    blocked: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    email: Schema.Attribute.Email &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6
      }>
    firstname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    isActive: Schema.Attribute.Boolean &
      Schema.Attribute.Private &
      Schema.Attribute.DefaultTo<false>
    lastname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::user'> & Schema.Attribute.Private
    password: Schema.Attribute.Password &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6
      }>
    preferedLanguage: Schema.Attribute.String
    publishedAt: Schema.Attribute.DateTime
    registrationToken: Schema.Attribute.String & Schema.Attribute.Private
    resetPasswordToken: Schema.Attribute.String & Schema.Attribute.Private
    resetPasswordTokenExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private
    roles: Schema.Attribute.Relation<'manyToMany', 'admin::role'> & Schema.Attribute.Private
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    username: Schema.Attribute.String
  }
}

export interface ApiBuildRequestBuildRequest extends Struct.CollectionTypeSchema {
  collectionName: 'build_requests'
  info: {
    displayName: '\u53D1\u5E03\u8BF7\u6C42'
    pluralName: 'build-requests'
    singularName: 'build-request'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
  }
  attributes: {
    cause: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8D77\u56E0'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    entry: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5185\u5BB9'
        }
      }>
    failure: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5931\u8D25\u539F\u56E0'
        }
      }>
    faults: Schema.Attribute.JSON &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8981\u6539\u7684\u5185\u5BB9'
        }
      }>
    finishedAt: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5B8C\u6210\u65F6\u95F4'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::build-request.build-request'> &
      Schema.Attribute.Private
    note: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8BF4\u660E'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    release: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7248\u672C'
        }
      }>
    state: Schema.Attribute.Enumeration<['waiting', 'building', 'live', 'failed']> &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u72B6\u6001'
        }
      }> &
      Schema.Attribute.DefaultTo<'waiting'>
    uid: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7C7B\u578B'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiCampaignCampaign extends Struct.CollectionTypeSchema {
  collectionName: 'campaigns'
  info: {
    displayName: '\u5BA3\u4F20\u6D3B\u52A8'
    pluralName: 'campaigns'
    singularName: 'campaign'
  }
  options: {
    draftAndPublish: true
  }
  pluginOptions: {
    desk: {
      list: ['title', 'startsOn', 'endsOn']
      main: 'title'
    }
  }
  attributes: {
    articles: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u300A\u4FE1\u8BBF\u5DE5\u4F5C\u6761\u4F8B\u300B\u7684\u6761\u6587\u53F7\uFF0C\u7528\u9017\u53F7\u5206\u5F00\uFF0C\u4F8B\u5982 22\uFF0C34'
          label: '\u6D89\u53CA\u6761\u6587'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    body: Schema.Attribute.RichText &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::markdown'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6B63\u6587'
        }
      }>
    cover: Schema.Attribute.Media<'images'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: 'JPEG\u3001PNG\u3001WebP \u6216 AVIF\uFF0C\u4E0D\u8D85\u8FC7 30 MB\u3002\u4E0A\u4F20\u540E\u8BF7\u586B\u5199\u201C\u66FF\u4EE3\u6587\u5B57\u201D\uFF0C\u5E76\u7528\u201C\u8BBE\u7F6E\u7126\u70B9\u201D\u6807\u51FA\u59CB\u7EC8\u8981\u663E\u793A\u7684\u90E8\u4F4D'
          label: '\u9898\u56FE'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    demonstration: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6F14\u793A\u5185\u5BB9'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    endsOn: Schema.Attribute.Date &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u8FC7\u4E86\u8FD9\u4E00\u5929\uFF0C\u9996\u9875\u4E0D\u518D\u663E\u793A\uFF0C\u6D3B\u52A8\u9875\u9762\u4FDD\u7559'
          label: '\u7ED3\u675F\u65E5\u671F'
        }
      }>
    essays: Schema.Attribute.Relation<'manyToMany', 'api::essay.essay'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6CA1\u6709\u53D1\u5E03\u7684\u4E0D\u4F1A\u663E\u793A'
          label: '\u76F8\u5173\u5F81\u6587'
        }
      }>
    events: Schema.Attribute.Component<'campaign.event', true> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u73B0\u573A\u6D3B\u52A8'
        }
      }>
    guides: Schema.Attribute.Relation<'manyToMany', 'api::guide.guide'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6CA1\u6709\u53D1\u5E03\u7684\u4E0D\u4F1A\u663E\u793A'
          label: '\u76F8\u5173\u6307\u5357'
        }
      }>
    keywords: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u9017\u53F7\u5206\u5F00\uFF0C\u6700\u591A 12 \u4E2A'
          label: '\u5173\u952E\u8BCD'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    leaflets: Schema.Attribute.Component<'campaign.leaflet', true> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F9B\u4E0B\u8F7D\u6253\u5370\uFF0CPDF \u6216\u8005\u56FE\u7247'
          label: '\u5BA3\u4F20\u6750\u6599'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::campaign.campaign'> &
      Schema.Attribute.Private
    phrasings: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5927\u5BB6\u4F1A\u600E\u4E48\u641C\u3001\u600E\u4E48\u95EE\uFF0C\u4E00\u884C\u4E00\u4E2A\uFF0C\u4F8B\u5982\uFF1A\u8981\u5DE5\u8D44\uFF1B\u8001\u677F\u8DD1\u4E86\u3002\u7F51\u9875\u4E0A\u4E0D\u663E\u793A\uFF0C\u53EA\u5E2E\u4EBA\u627E\u5230\u8FD9\u4E00\u9875'
          label: '\u95EE\u6CD5'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000
      }>
    publicationTime: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u663E\u793A\u5728\u9875\u9762\u4E0A\uFF1B\u7559\u7A7A\u5219\u7528\u7B2C\u4E00\u6B21\u53D1\u5E03\u7684\u65F6\u95F4'
          label: '\u53D1\u5E03\u65F6\u95F4'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    source: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 \u672C\u5C40\u3001\u8F6C\u8F7D\u5355\u4F4D\u7684\u5168\u79F0'
          label: '\u6765\u6E90'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    startsOn: Schema.Attribute.Date &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5230\u4E86\u8FD9\u4E00\u5929\uFF0C\u9996\u9875\u4F1A\u663E\u793A\u8FD9\u4E2A\u6D3B\u52A8'
          label: '\u5F00\u59CB\u65E5\u671F'
        }
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E00\u4E24\u53E5\u8BDD\uFF0C\u663E\u793A\u5728\u5217\u8868\u548C\u641C\u7D22\u7ED3\u679C\u91CC'
          label: '\u6458\u8981'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u9898'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    videos: Schema.Attribute.Relation<'manyToMany', 'api::video.video'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6CA1\u6709\u53D1\u5E03\u7684\u4E0D\u4F1A\u663E\u793A'
          label: '\u76F8\u5173\u5FAE\u89C6\u9891'
        }
      }>
  }
}

export interface ApiCaseDraftCaseDraft extends Struct.CollectionTypeSchema {
  collectionName: 'case_drafts'
  info: {
    displayName: '\u5199\u4E86\u4E00\u534A\u7684\u7B54\u590D'
    pluralName: 'case-drafts'
    singularName: 'case-draft'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
    }
  }
  attributes: {
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u529E\u4EF6\u548C\u5199\u7684\u4EBA'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::case-draft.case-draft'> &
      Schema.Attribute.Private
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u8BE2\u7F16\u53F7'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    savedAt: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4FDD\u5B58\u65F6\u95F4'
        }
      }>
    staffId: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5DE5\u4F5C\u4EBA\u5458\u7F16\u53F7'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    version: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B2C\u51E0\u6B21\u4FDD\u5B58'
        }
      }>
    written: Schema.Attribute.JSON &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5185\u5BB9'
        }
        vault: {
          sealed: true
        }
      }>
  }
}

export interface ApiCaseEventCaseEvent extends Struct.CollectionTypeSchema {
  collectionName: 'case_events'
  info: {
    displayName: '\u529E\u4EF6\u8BB0\u5F55'
    pluralName: 'case-events'
    singularName: 'case-event'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
      never: ['update', 'delete']
    }
  }
  attributes: {
    actor: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8C01'
        }
      }>
    at: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u65F6\u95F4'
        }
      }>
    body: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5185\u5BB9'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    hash: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6458\u8981'
        }
      }>
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5BC6\u94A5'
        }
        vault: {
          sealed: true
        }
      }>
    kind: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u79CD\u7C7B'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::case-event.case-event'> &
      Schema.Attribute.Private
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u8BE2\u7F16\u53F7'
        }
      }>
    previous: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u524D\u4E00\u6761'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    sequence: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B2C\u51E0\u6761'
        }
      }>
    staffId: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5DE5\u4F5C\u4EBA\u5458\u7F16\u53F7'
        }
      }>
    staffName: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5DE5\u4F5C\u4EBA\u5458'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiCasePaperCasePaper extends Struct.CollectionTypeSchema {
  collectionName: 'case_papers'
  info: {
    displayName: '\u6587\u4E66\u7F16\u53F7'
    pluralName: 'case-papers'
    singularName: 'case-paper'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
      never: ['update', 'delete']
    }
  }
  attributes: {
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7F16\u53F7'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::case-paper.case-paper'> &
      Schema.Attribute.Private
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u8BE2\u7F16\u53F7'
        }
      }>
    paper: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6587\u4E66\u79CD\u7C7B'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    serial: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B2C\u51E0\u53F7'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    year: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5E74\u4EFD'
        }
      }>
  }
}

export interface ApiCaseSettingsCaseSettings extends Struct.SingleTypeSchema {
  collectionName: 'case_settings'
  info: {
    displayName: '\u529E\u4EF6\u8BBE\u7F6E'
    pluralName: 'case-settings-all'
    singularName: 'case-settings'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['paperMark', 'secondReader']
      main: 'paperMark'
    }
  }
  attributes: {
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::case-settings.case-settings'> &
      Schema.Attribute.Private
    paperMark: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6587\u4E66\u7F16\u53F7\u91CC\u7684\u673A\u5173\u4EE3\u5B57\uFF0C\u4F8B\u5982\u201C\u4E91\u4FE1\u201D\uFF1A\u4E91\u4FE1\u53D7\u30142026\u301512\u53F7'
          label: '\u6587\u4E66\u4EE3\u5B57'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 12
      }>
    publishedAt: Schema.Attribute.DateTime
    remindDays: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5230\u671F\u4EE5\u524D\u8FD9\u4E48\u591A\u4E2A\u5DE5\u4F5C\u65E5\u63D0\u9192\u627F\u529E\u5355\u4F4D\uFF1B\u6700\u540E\u4E00\u5929\uFF08\u4E34\u671F\u4EA4\u529E\uFF09\u548C\u8D85\u671F\u4EE5\u540E\uFF08\u7763\u529E\uFF09\u5404\u518D\u63D0\u9192\u4E00\u6B21'
          label: '\u5C4A\u65F6\u63D0\u9192\u63D0\u524D\u51E0\u4E2A\u5DE5\u4F5C\u65E5'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          max: 15
          min: 1
        },
        number
      > &
      Schema.Attribute.DefaultTo<3>
    remindMail: Schema.Attribute.Email &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u8D85\u671F\u7684\u548C\u4FE1\u8BBF\u90E8\u95E8\u81EA\u5DF1\u7684\u671F\u9650\u53D1\u5230\u8FD9\u91CC\u3002\u4E0D\u586B\u5C31\u53D1\u7ED9\u6BCF\u4F4D\u529E\u4EF6\u4EBA\u5458'
          label: '\u4FE1\u8BBF\u90E8\u95E8\u6536\u63D0\u9192\u7684\u90AE\u7BB1'
        }
      }>
    secondReader: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6253\u5F00\u540E\uFF0C\u7B54\u590D\u3001\u66F4\u6B63\u548C\u590D\u67E5\u590D\u6838\u610F\u89C1\u90FD\u8981\u9001\u5BA1\uFF0C\u7531\u53E6\u4E00\u4F4D\u4FE1\u8BBF\u90E8\u95E8\u5DE5\u4F5C\u4EBA\u5458\u53D1\u51FA\u6216\u8005\u9000\u56DE'
          label: '\u7B54\u590D\u7531\u7B2C\u4E8C\u4EBA\u5BA1\u9605\u540E\u53D1\u51FA'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiCaseViewCaseView extends Struct.CollectionTypeSchema {
  collectionName: 'case_views'
  info: {
    displayName: '\u67E5\u9605\u8BB0\u5F55'
    pluralName: 'case-views'
    singularName: 'case-view'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
      never: ['update', 'delete']
    }
  }
  attributes: {
    act: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u505A\u4E86\u4EC0\u4E48'
        }
      }> &
      Schema.Attribute.DefaultTo<'\u67E5\u9605'>
    asked: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u4E86\u4EC0\u4E48'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    found: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u51E0\u4EF6'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::case-view.case-view'> &
      Schema.Attribute.Private
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u8BE2\u7F16\u53F7'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    viewedAt: Schema.Attribute.DateTime &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u65F6\u95F4'
        }
      }>
    viewer: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u9605\u4EBA'
        }
      }>
  }
}

export interface ApiCaseCase extends Struct.CollectionTypeSchema {
  collectionName: 'cases'
  info: {
    displayName: '\u529E\u4EF6'
    pluralName: 'cases'
    singularName: 'case'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['number', 'title', 'state', 'category', 'topic', 'receivedAt']
      main: 'title'
    }
    records: {
      kept: true
      never: ['delete']
    }
  }
  attributes: {
    access: Schema.Attribute.JSON &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u8BE2\u51ED\u636E'
          panel: true
        }
      }>
    accusedConfirmed: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5DF2\u586B\u5199\u88AB\u68C0\u4E3E\u63A7\u544A\u7684\u5355\u4F4D'
          panel: true
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    accusedUnits: Schema.Attribute.Relation<'manyToMany', 'api::department.department'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u88AB\u68C0\u4E3E\u63A7\u544A\u7684\u5355\u4F4D'
          panel: true
        }
      }>
    attachments: Schema.Attribute.JSON &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u9644\u4EF6'
        }
        vault: {
          sealed: true
        }
      }>
    category: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4FE1\u8BBF\u7C7B\u522B'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    dissatisfaction: Schema.Attribute.JSON &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E0D\u6EE1\u610F\u56DE\u8BBF'
        }
      }>
    evaluationComment: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8BC4\u4EF7\u610F\u89C1'
        }
        vault: {
          sealed: true
        }
      }>
    eventCount: Schema.Attribute.Integer &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8BB0\u5F55\u6761\u6570'
          panel: true
        }
      }>
    facts: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E8B\u5B9E\u4E0E\u7406\u7531'
        }
        vault: {
          sealed: true
        }
      }>
    headHash: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6700\u540E\u4E00\u6761\u8BB0\u5F55'
          panel: true
        }
      }>
    jointPeople: Schema.Attribute.Integer &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5171\u540C\u4FE1\u8BBF\u4EBA\u6570'
        }
      }>
    laterMessages: Schema.Attribute.JSON &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u540E\u6765\u8865\u5145\u7684'
        }
        vault: {
          sealed: true
        }
      }>
    ledBy: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5305\u6848\u9886\u5BFC'
          panel: true
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::case.case'> &
      Schema.Attribute.Private
    namedUnits: Schema.Attribute.JSON &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5199\u5230\u7684\u5355\u4F4D'
          panel: true
        }
        vault: {
          sealed: true
        }
      }>
    notifyBy: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5E0C\u671B\u600E\u6837\u544A\u77E5\u8FDB\u5C55'
        }
      }>
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u8BE2\u7F16\u53F7'
        }
      }>
    opinions: Schema.Attribute.JSON &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u590D\u67E5\u3001\u590D\u6838\u610F\u89C1'
        }
        vault: {
          sealed: true
        }
      }>
    petitionerAddress: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8054\u7CFB\u5730\u5740'
        }
        vault: {
          sealed: true
        }
      }>
    petitionerContact: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8054\u7CFB\u4EBA'
        }
        vault: {
          sealed: true
        }
      }>
    petitionerCreditCode: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801'
        }
        vault: {
          sealed: true
        }
      }>
    petitionerEmail: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7535\u5B50\u90AE\u7BB1'
        }
        vault: {
          sealed: true
        }
      }>
    petitionerIdNumber: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8EAB\u4EFD\u8BC1\u53F7'
        }
        vault: {
          sealed: true
        }
      }>
    petitionerName: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u59D3\u540D\uFF08\u5355\u4F4D\u540D\u79F0\uFF09'
        }
        vault: {
          exact: 'petitionerNameKey'
          sealed: true
        }
      }>
    petitionerNameKey: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u59D3\u540D\u7684\u7D22\u5F15'
          panel: true
        }
      }>
    petitionerPhone: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u624B\u673A\u53F7\u7801'
        }
        vault: {
          exact: 'petitionerPhoneKey'
          sealed: true
        }
      }>
    petitionerPhoneKey: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u624B\u673A\u53F7\u7801\u7684\u7D22\u5F15'
          panel: true
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    pushed: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u72B6\u6001\u5DF2\u9001\u8FBE'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    receivedAt: Schema.Attribute.DateTime &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6536\u5230\u65F6\u95F4'
        }
      }>
    receptionSlot: Schema.Attribute.String &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u767B\u8BB0\u5230\u7684\u63A5\u8BBF'
          panel: true
        }
      }>
    referrals: Schema.Attribute.JSON &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8F6C\u9001\u60C5\u51B5'
          panel: true
        }
        vault: {
          sealed: true
        }
      }>
    region: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u95EE\u9898\u5C5E\u5730'
        }
      }>
    reminders: Schema.Attribute.JSON &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u671F\u9650\u63D0\u9192'
        }
      }>
    repliedAt: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B54\u590D\u65F6\u95F4'
        }
      }>
    reply: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B54\u590D\uFF08\u5904\u7406\u610F\u89C1\u4E66\uFF09'
        }
        vault: {
          sealed: true
        }
      }>
    replyCorrectedAt: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B54\u590D\u66F4\u6B63\u65F6\u95F4'
          panel: true
        }
      }>
    replyFiles: Schema.Attribute.JSON &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B54\u590D\u7684\u9644\u4EF6'
        }
        vault: {
          sealed: true
        }
      }>
    representatives: Schema.Attribute.Text &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u63A8\u9009\u7684\u4EE3\u8868'
        }
        vault: {
          sealed: true
        }
      }>
    request: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8BC9\u6C42'
        }
        vault: {
          sealed: true
        }
      }>
    revision: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4FEE\u6539\u6B21\u6570'
          panel: true
        }
      }> &
      Schema.Attribute.DefaultTo<1>
    satisfaction: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7FA4\u4F17\u8BC4\u4EF7'
        }
      }>
    settledUnits: Schema.Attribute.JSON &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5DF2\u786E\u8BA4\u7684\u5355\u4F4D'
          panel: true
        }
      }>
    state: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u529E\u7406\u72B6\u6001'
        }
      }> &
      Schema.Attribute.DefaultTo<'\u5DF2\u6536\u5230\uFF0C\u5F85\u767B\u8BB0'>
    statusRecipient: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u72B6\u6001\u63A5\u6536\u65B9'
          panel: true
        }
      }>
    steps: Schema.Attribute.JSON &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u529E\u7406\u8FC7\u7A0B'
        }
        vault: {
          sealed: true
        }
      }>
    supervisions: Schema.Attribute.JSON &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7763\u529E'
        }
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u9898'
        }
        vault: {
          sealed: true
        }
      }>
    topic: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u95EE\u9898\u9886\u57DF'
        }
      }>
    unit: Schema.Attribute.Relation<'manyToOne', 'api::department.department'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u627F\u529E\u5355\u4F4D'
        }
      }>
    units: Schema.Attribute.Relation<'manyToMany', 'api::department.department'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u529E\u7406\u7684\u5355\u4F4D'
          panel: true
        }
      }>
    unsettled: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5F85\u786E\u8BA4\u662F\u5426\u88AB\u68C0\u4E3E\u63A7\u544A'
          panel: true
        }
      }> &
      Schema.Attribute.DefaultTo<true>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiDepartmentDepartment extends Struct.CollectionTypeSchema {
  collectionName: 'departments'
  info: {
    displayName: '\u627F\u529E\u5355\u4F4D'
    pluralName: 'departments'
    singularName: 'department'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['name', 'kind', 'order', 'active']
      main: 'name'
    }
  }
  attributes: {
    active: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E0D\u518D\u4F7F\u7528\u7684\uFF0C\u5173\u6389\u5B83\uFF08\u505C\u7528\uFF09\uFF1A\u4E0D\u518D\u51FA\u73B0\u5728\u53EF\u9009\u7684\u540D\u5355\u91CC\uFF0C\u5DF2\u7ECF\u7528\u5230\u5B83\u7684\u5730\u65B9\u7167\u65E7\uFF0C\u5E76\u6807\u660E\u201C\u5DF2\u505C\u7528\u201D'
          label: '\u5728\u7528'
        }
      }> &
      Schema.Attribute.DefaultTo<true>
    address: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5730\u5740'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    aliases: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7FA4\u4F17\u600E\u6837\u79F0\u547C\u5B83\uFF0C\u7528\u987F\u53F7\u6216\u8005\u6362\u884C\u9694\u5F00\uFF0C\u4F8B\u5982\uFF1A\u57CE\u7BA1\u3001\u6267\u6CD5\u5C40\u3002\u529E\u4EF6\u91CC\u5199\u5230\u8FD9\u4E9B\u8BCD\uFF0C\u4F1A\u8BF7\u529E\u4EF6\u4EBA\u5458\u786E\u8BA4\u662F\u4E0D\u662F\u88AB\u68C0\u4E3E\u63A7\u544A\u7684\u5355\u4F4D'
          label: '\u522B\u540D\u3001\u7B80\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 400
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    duties: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u804C\u8D23'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 400
      }>
    kind: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: [
            '\u4FE1\u8BBF\u5C40',
            '\u90E8\u95E8',
            '\u4E61\u9547\u8857\u9053',
            '\u5176\u4ED6',
          ]
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7C7B\u578B'
        }
      }> &
      Schema.Attribute.DefaultTo<'\u90E8\u95E8'>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::department.department'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    order: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u987A\u5E8F'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          min: 0
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>
    phone: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7535\u8BDD'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40
      }>
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiEditionEdition extends Struct.CollectionTypeSchema {
  collectionName: 'editions'
  info: {
    displayName: '\u5386\u53F2\u7248\u672C'
    pluralName: 'editions'
    singularName: 'edition'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
    }
  }
  attributes: {
    at: Schema.Attribute.DateTime &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u53D1\u5E03\u65F6\u95F4'
        }
      }>
    by: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u53D1\u5E03\u4EBA'
        }
      }>
    content: Schema.Attribute.JSON &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5168\u6587'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    endedAt: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E0B\u7EBF\u65F6\u95F4'
        }
      }>
    fate: Schema.Attribute.Enumeration<['live', 'superseded', 'withdrawn']> &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u53BB\u5411'
        }
      }>
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5185\u5BB9'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::edition.edition'> &
      Schema.Attribute.Private
    looked: Schema.Attribute.JSON &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u770B\u8FC7\u7684\u56FE\u7247\u548C\u626B\u63CF\u4EF6'
        }
      }>
    note: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u64A4\u4E0B\u8BF4\u660E'
        }
      }>
    number: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7248\u672C'
        }
      }>
    path: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7F51\u5740'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    serial: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5185\u5BB9\u548C\u7248\u672C'
        }
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u9898'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiEssayEssay extends Struct.CollectionTypeSchema {
  collectionName: 'essays'
  info: {
    displayName: '\u5F81\u6587\u4E0E\u6587\u7AE0'
    pluralName: 'essays'
    singularName: 'essay'
  }
  options: {
    draftAndPublish: true
  }
  pluginOptions: {
    desk: {
      list: ['title', 'series', 'publicationTime']
      main: 'title'
    }
  }
  attributes: {
    articles: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u300A\u4FE1\u8BBF\u5DE5\u4F5C\u6761\u4F8B\u300B\u7684\u6761\u6587\u53F7\uFF0C\u7528\u9017\u53F7\u5206\u5F00\uFF0C\u4F8B\u5982 22\uFF0C34'
          label: '\u6D89\u53CA\u6761\u6587'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    author: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4F5C\u8005'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40
      }>
    body: Schema.Attribute.RichText &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::markdown'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6B63\u6587'
        }
      }>
    cover: Schema.Attribute.Media<'images'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: 'JPEG\u3001PNG\u3001WebP \u6216 AVIF\uFF0C\u4E0D\u8D85\u8FC7 30 MB\u3002\u4E0A\u4F20\u540E\u8BF7\u586B\u5199\u201C\u66FF\u4EE3\u6587\u5B57\u201D\uFF0C\u5E76\u7528\u201C\u8BBE\u7F6E\u7126\u70B9\u201D\u6807\u51FA\u59CB\u7EC8\u8981\u663E\u793A\u7684\u90E8\u4F4D'
          label: '\u9898\u56FE'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    demonstration: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6F14\u793A\u5185\u5BB9'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    keywords: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u9017\u53F7\u5206\u5F00\uFF0C\u6700\u591A 12 \u4E2A'
          label: '\u5173\u952E\u8BCD'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::essay.essay'> &
      Schema.Attribute.Private
    phrasings: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5927\u5BB6\u4F1A\u600E\u4E48\u641C\u3001\u600E\u4E48\u95EE\uFF0C\u4E00\u884C\u4E00\u4E2A\uFF0C\u4F8B\u5982\uFF1A\u8981\u5DE5\u8D44\uFF1B\u8001\u677F\u8DD1\u4E86\u3002\u7F51\u9875\u4E0A\u4E0D\u663E\u793A\uFF0C\u53EA\u5E2E\u4EBA\u627E\u5230\u8FD9\u4E00\u9875'
          label: '\u95EE\u6CD5'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000
      }>
    publicationTime: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u663E\u793A\u5728\u9875\u9762\u4E0A\uFF1B\u7559\u7A7A\u5219\u7528\u7B2C\u4E00\u6B21\u53D1\u5E03\u7684\u65F6\u95F4'
          label: '\u53D1\u5E03\u65F6\u95F4'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    series: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 \u4E3B\u9898\u5F81\u6587\u3001\u5DE5\u4F5C\u52A8\u6001\u3001\u5B66\u4E60\u4F53\u4F1A'
          label: '\u680F\u76EE'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40
      }> &
      Schema.Attribute.DefaultTo<'\u4E3B\u9898\u5F81\u6587'>
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    source: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 \u672C\u5C40\u3001\u8F6C\u8F7D\u5355\u4F4D\u7684\u5168\u79F0'
          label: '\u6765\u6E90'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E00\u4E24\u53E5\u8BDD\uFF0C\u663E\u793A\u5728\u5217\u8868\u548C\u641C\u7D22\u7ED3\u679C\u91CC'
          label: '\u6458\u8981'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u9898'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiGuideGuide extends Struct.CollectionTypeSchema {
  collectionName: 'guides'
  info: {
    displayName: '\u529E\u4E8B\u6307\u5357'
    pluralName: 'guides'
    singularName: 'guide'
  }
  options: {
    draftAndPublish: true
  }
  pluginOptions: {
    desk: {
      list: ['title', 'group', 'order']
      main: 'title'
    }
  }
  attributes: {
    articles: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u300A\u4FE1\u8BBF\u5DE5\u4F5C\u6761\u4F8B\u300B\u7684\u6761\u6587\u53F7\uFF0C\u7528\u9017\u53F7\u5206\u5F00\uFF0C\u4F8B\u5982 22\uFF0C34'
          label: '\u6D89\u53CA\u6761\u6587'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    body: Schema.Attribute.RichText &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::markdown'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6B63\u6587'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    demonstration: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6F14\u793A\u5185\u5BB9'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    group: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: [
            '\u63D0\u51FA\u4E4B\u524D',
            '\u600E\u6837\u63D0\u51FA',
            '\u63D0\u51FA\u4E4B\u540E',
            '\u54EA\u7C7B\u4E8B\u9879\u5F52\u54EA\u91CC\u7BA1',
          ]
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5206\u7EC4'
        }
      }> &
      Schema.Attribute.DefaultTo<'\u63D0\u51FA\u4E4B\u524D'>
    keywords: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u9017\u53F7\u5206\u5F00\uFF0C\u6700\u591A 12 \u4E2A'
          label: '\u5173\u952E\u8BCD'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::guide.guide'> &
      Schema.Attribute.Private
    matterChannel: Schema.Attribute.String &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: [
            '\u5411\u4FE1\u8BBF\u90E8\u95E8\u63D0\u51FA',
            '\u5411\u4EBA\u6C11\u6CD5\u9662\u8D77\u8BC9',
            '\u7533\u8BF7\u4EF2\u88C1',
            '\u7533\u8BF7\u884C\u653F\u590D\u8BAE',
            '\u5411\u7EAA\u68C0\u76D1\u5BDF\u673A\u5173\u53CD\u6620',
            '\u5411\u516C\u5B89\u673A\u5173\u62A5\u6848',
            '\u5411\u4EBA\u6C11\u68C0\u5BDF\u9662\u53CD\u6620',
            '\u62E8\u6253\u653F\u52A1\u670D\u52A1\u70ED\u7EBF',
          ]
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5F52\u54EA\u91CC\u7BA1'
        }
      }>
    matterName: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u53EA\u5728\u201C\u5F52\u54EA\u91CC\u7BA1\u201D\u4E00\u7EC4\u586B\u5199'
          label: '\u4E8B\u9879\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40
      }>
    order: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u987A\u5E8F'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          min: 0
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>
    phrasings: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5927\u5BB6\u4F1A\u600E\u4E48\u641C\u3001\u600E\u4E48\u95EE\uFF0C\u4E00\u884C\u4E00\u4E2A\uFF0C\u4F8B\u5982\uFF1A\u8981\u5DE5\u8D44\uFF1B\u8001\u677F\u8DD1\u4E86\u3002\u7F51\u9875\u4E0A\u4E0D\u663E\u793A\uFF0C\u53EA\u5E2E\u4EBA\u627E\u5230\u8FD9\u4E00\u9875'
          label: '\u95EE\u6CD5'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000
      }>
    publicationTime: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u663E\u793A\u5728\u9875\u9762\u4E0A\uFF1B\u7559\u7A7A\u5219\u7528\u7B2C\u4E00\u6B21\u53D1\u5E03\u7684\u65F6\u95F4'
          label: '\u53D1\u5E03\u65F6\u95F4'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    source: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 \u672C\u5C40\u3001\u8F6C\u8F7D\u5355\u4F4D\u7684\u5168\u79F0'
          label: '\u6765\u6E90'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E00\u4E24\u53E5\u8BDD\uFF0C\u663E\u793A\u5728\u5217\u8868\u548C\u641C\u7D22\u7ED3\u679C\u91CC'
          label: '\u6458\u8981'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u9898'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiNoticeNotice extends Struct.CollectionTypeSchema {
  collectionName: 'notices'
  info: {
    displayName: '\u529E\u7406\u7ED3\u679C\u516C\u793A'
    pluralName: 'notices'
    singularName: 'notice'
  }
  options: {
    draftAndPublish: true
  }
  pluginOptions: {
    desk: {
      list: ['title', 'category', 'outcome', 'publicationTime']
      main: 'title'
    }
  }
  attributes: {
    articles: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u300A\u4FE1\u8BBF\u5DE5\u4F5C\u6761\u4F8B\u300B\u7684\u6761\u6587\u53F7\uFF0C\u7528\u9017\u53F7\u5206\u5F00\uFF0C\u4F8B\u5982 22\uFF0C34'
          label: '\u6D89\u53CA\u6761\u6587'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    basis: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E00\u884C\u4E00\u6761'
          label: '\u4F9D\u636E'
        }
      }>
    body: Schema.Attribute.RichText &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::markdown'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6B63\u6587'
        }
      }>
    caseNumber: Schema.Attribute.String &
      Schema.Attribute.CustomField<'global::case-number'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E0D\u4F1A\u516C\u5F00\u3002\u9009\u4E86\u4EE5\u540E\uFF0C\u53D1\u5E03\u524D\u4F1A\u6838\u5BF9\u516C\u793A\u91CC\u6CA1\u6709\u8FD9\u4EF6\u4E8B\u7684\u4FE1\u8BBF\u4EBA\u59D3\u540D\u3001\u7535\u8BDD\u3001\u4F4F\u5740'
          label: '\u5BF9\u5E94\u529E\u4EF6'
        }
      }>
    category: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: [
            '\u5EFA\u8BAE\u610F\u89C1',
            '\u68C0\u4E3E\u63A7\u544A',
            '\u7533\u8BC9\u6C42\u51B3',
          ]
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4FE1\u8BBF\u7C7B\u522B'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    demonstration: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6F14\u793A\u5185\u5BB9'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    keywords: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u9017\u53F7\u5206\u5F00\uFF0C\u6700\u591A 12 \u4E2A'
          label: '\u5173\u952E\u8BCD'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::notice.notice'> &
      Schema.Attribute.Private
    outcome: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: [
            '\u4E88\u4EE5\u652F\u6301',
            '\u89E3\u91CA\u8BF4\u660E',
            '\u4E0D\u4E88\u652F\u6301',
            '\u4E88\u4EE5\u91C7\u7EB3',
            '\u90E8\u5206\u91C7\u7EB3',
            '\u8C03\u89E3\u548C\u89E3',
            '\u5BFC\u5165\u6CD5\u5B9A\u7A0B\u5E8F',
          ]
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u529E\u7406\u7ED3\u679C'
        }
      }>
    phrasings: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5927\u5BB6\u4F1A\u600E\u4E48\u641C\u3001\u600E\u4E48\u95EE\uFF0C\u4E00\u884C\u4E00\u4E2A\uFF0C\u4F8B\u5982\uFF1A\u8981\u5DE5\u8D44\uFF1B\u8001\u677F\u8DD1\u4E86\u3002\u7F51\u9875\u4E0A\u4E0D\u663E\u793A\uFF0C\u53EA\u5E2E\u4EBA\u627E\u5230\u8FD9\u4E00\u9875'
          label: '\u95EE\u6CD5'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000
      }>
    publicationTime: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u663E\u793A\u5728\u9875\u9762\u4E0A\uFF1B\u7559\u7A7A\u5219\u7528\u7B2C\u4E00\u6B21\u53D1\u5E03\u7684\u65F6\u95F4'
          label: '\u53D1\u5E03\u65F6\u95F4'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    receivedOn: Schema.Attribute.Date &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6536\u5230\u65E5\u671F'
        }
      }>
    region: Schema.Attribute.Relation<'manyToOne', 'api::region.region'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u95EE\u9898\u5C5E\u5730'
        }
      }>
    repliedOn: Schema.Attribute.Date &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B54\u590D\u65E5\u671F'
        }
      }>
    request: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E0D\u5199\u4EFB\u4F55\u80FD\u8BA4\u51FA\u4FE1\u8BBF\u4EBA\u7684\u5185\u5BB9'
          label: '\u8BC9\u6C42'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 600
      }>
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    source: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 \u672C\u5C40\u3001\u8F6C\u8F7D\u5355\u4F4D\u7684\u5168\u79F0'
          label: '\u6765\u6E90'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E00\u4E24\u53E5\u8BDD\uFF0C\u663E\u793A\u5728\u5217\u8868\u548C\u641C\u7D22\u7ED3\u679C\u91CC'
          label: '\u6458\u8981'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u9898'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    topic: Schema.Attribute.Relation<'manyToOne', 'api::topic.topic'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u95EE\u9898\u9886\u57DF'
        }
      }>
    unit: Schema.Attribute.Relation<'manyToOne', 'api::department.department'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u627F\u529E\u5355\u4F4D'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiNotificationNotification extends Struct.CollectionTypeSchema {
  collectionName: 'notifications'
  info: {
    displayName: '\u544A\u77E5\u8BB0\u5F55'
    pluralName: 'notifications'
    singularName: 'notification'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
    }
  }
  attributes: {
    attempts: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5DF2\u8BD5\u6B21\u6570'
        }
      }> &
      Schema.Attribute.DefaultTo<0>
    by: Schema.Attribute.Enumeration<['sms', 'email']> &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u65B9\u5F0F'
        }
      }>
    caseId: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u529E\u4EF6'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    dueAt: Schema.Attribute.DateTime &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4F55\u65F6\u518D\u8BD5'
        }
      }>
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u529E\u4EF6\u4E0E\u6B65\u9AA4'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::notification.notification'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    reason: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u672A\u9001\u8FBE\u7684\u539F\u56E0'
        }
      }>
    sentAt: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u9001\u8FBE\u65F6\u95F4'
        }
      }>
    state: Schema.Attribute.Enumeration<['waiting', 'sent', 'failed', 'dropped']> &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u72B6\u6001'
        }
      }> &
      Schema.Attribute.DefaultTo<'waiting'>
    step: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B2C\u51E0\u6B65'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiOfficialOfficial extends Struct.CollectionTypeSchema {
  collectionName: 'officials'
  info: {
    displayName: '\u5305\u6848\u9886\u5BFC'
    pluralName: 'officials'
    singularName: 'official'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['office', 'name', 'account']
      main: 'office'
    }
  }
  attributes: {
    account: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u8FD9\u4E2A\u8D26\u53F7\u987B\u6709\u201C\u5305\u6848\u9886\u5BFC\u201D\u89D2\u8272\u3002\u6CA1\u6709\u8D26\u53F7\u7684\uFF0C\u7531\u529E\u4EF6\u4EBA\u5458\u4EE3\u4E3A\u8BB0\u5F55'
          label: '\u767B\u5F55\u90AE\u7BB1'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::official.official'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E0D\u4F1A\u516C\u5F00\u3002\u5199\u5230\u8FD9\u4E2A\u59D3\u540D\u7684\u529E\u4EF6\uFF0C\u8FD9\u4F4D\u9886\u5BFC\u770B\u4E0D\u5230\uFF0C\u4E5F\u4E0D\u80FD\u5305\u6848\uFF08\u6761\u4F8B\u7B2C\u4E09\u5341\u6761\uFF09'
          label: '\u59D3\u540D'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    office: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 \u533A\u59D4\u4E66\u8BB0\u3002\u529E\u4EF6\u4E0A\u3001\u63A5\u8BBF\u5B89\u6392\u4E0A\u90FD\u53EA\u5199\u804C\u52A1'
          label: '\u804C\u52A1'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    publishedAt: Schema.Attribute.DateTime
    units: Schema.Attribute.Relation<'manyToMany', 'api::department.department'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u68C0\u4E3E\u63A7\u544A\u8FD9\u4E9B\u5355\u4F4D\u7684\u529E\u4EF6\uFF0C\u8FD9\u4F4D\u9886\u5BFC\u770B\u4E0D\u5230\uFF0C\u4E5F\u4E0D\u80FD\u5305\u6848'
          label: '\u6240\u5728\u548C\u5206\u7BA1\u7684\u5355\u4F4D'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiPagePage extends Struct.CollectionTypeSchema {
  collectionName: 'pages'
  info: {
    displayName: '\u56FA\u5B9A\u9875\u9762'
    pluralName: 'pages'
    singularName: 'page'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['title', 'path']
      main: 'title'
    }
  }
  attributes: {
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::page.page'> &
      Schema.Attribute.Private
    path: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          fixed: true
          hint: '\u95E8\u6237\u91CC\u56FA\u5B9A\u7684\u9875\u9762\uFF0C\u7F51\u5740\u4E0D\u80FD\u6539'
          label: '\u7F51\u5740'
        }
      }>
    phrasings: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5927\u5BB6\u4F1A\u600E\u4E48\u641C\u3001\u600E\u4E48\u95EE\uFF0C\u4E00\u884C\u4E00\u4E2A\uFF0C\u4F8B\u5982\uFF1A\u8981\u5DE5\u8D44\uFF1B\u8001\u677F\u8DD1\u4E86\u3002\u7F51\u9875\u4E0A\u4E0D\u663E\u793A\uFF0C\u53EA\u5E2E\u4EBA\u627E\u5230\u8FD9\u4E00\u9875'
          label: '\u95EE\u6CD5'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000
      }>
    publishedAt: Schema.Attribute.DateTime
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          fixed: true
          label: '\u9875\u9762'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiPaperTemplatePaperTemplate extends Struct.CollectionTypeSchema {
  collectionName: 'paper_templates'
  info: {
    displayName: '\u6587\u4E66\u6A21\u677F'
    pluralName: 'paper-templates'
    singularName: 'paper-template'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
    }
  }
  attributes: {
    content: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6587\u4EF6'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    file: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6587\u4EF6\u540D'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::paper-template.paper-template'> &
      Schema.Attribute.Private
    paper: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6587\u4E66\u79CD\u7C7B'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    savedAt: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E0A\u4F20\u65F6\u95F4'
        }
      }>
    savedBy: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E0A\u4F20\u4EBA'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiPaperVersionPaperVersion extends Struct.CollectionTypeSchema {
  collectionName: 'paper_versions'
  info: {
    displayName: '\u6587\u4E66\u6A21\u677F\u7684\u7248\u672C'
    pluralName: 'paper-versions'
    singularName: 'paper-version'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
      never: ['update', 'delete']
    }
  }
  attributes: {
    content: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6587\u4EF6'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    digest: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u8BB0'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::paper-version.paper-version'> &
      Schema.Attribute.Private
    paper: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6587\u4E66\u79CD\u7C7B'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    savedAt: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4FDD\u5B58\u65F6\u95F4'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiPublicFiguresPublicFigures extends Struct.CollectionTypeSchema {
  collectionName: 'public_figures'
  info: {
    displayName: '\u516C\u5E03\u7684\u7EDF\u8BA1'
    pluralName: 'public-figures-months'
    singularName: 'public-figures'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
    }
  }
  attributes: {
    content: Schema.Attribute.JSON &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u516C\u5E03\u7684\u6570\u5B57'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::public-figures.public-figures'> &
      Schema.Attribute.Private
    month: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6708\u4EFD'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    releasedAt: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u516C\u5E03\u65F6\u95F4'
        }
      }>
    releasedBy: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u516C\u5E03\u4EBA'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiQuarantineQuarantine extends Struct.CollectionTypeSchema {
  collectionName: 'quarantines'
  info: {
    displayName: '\u5F85\u6838\u4FE1\u4EF6'
    pluralName: 'quarantines'
    singularName: 'quarantine'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
    }
  }
  attributes: {
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::quarantine.quarantine'> &
      Schema.Attribute.Private
    messageId: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4FE1\u4EF6\u6807\u8BC6'
        }
      }>
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u8BE2\u7F16\u53F7'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    reason: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u539F\u56E0'
        }
      }>
    sealed: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5BC6\u5C01\u539F\u4EF6'
        }
      }>
    sequence: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5E8F\u53F7'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiReceptionReception extends Struct.CollectionTypeSchema {
  collectionName: 'receptions'
  info: {
    displayName: '\u63A5\u8BBF\u5B89\u6392'
    pluralName: 'receptions'
    singularName: 'reception'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['office', 'every', 'from', 'to']
      main: 'office'
    }
  }
  attributes: {
    booking: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u9884\u7EA6\u65B9\u5F0F'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    capacity: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u767B\u8BB0\u6EE1\u4E86\u5C31\u4E0D\u518D\u767B\u8BB0\u5230\u8FD9\u4E00\u573A\uFF1B\u7559\u7A7A\u4E0D\u9650'
          label: '\u6BCF\u573A\u63A5\u5F85\u51E0\u6279'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          max: 99
          min: 1
        },
        number
      >
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    dates: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E00\u884C\u4E00\u4E2A\uFF0C\u4F8B\u5982 2026-12-01 \u6216 2026\u5E7412\u67081\u65E5'
          label: '\u6307\u5B9A\u65E5\u671F'
        }
      }>
    every: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: ['\u6BCF\u5468', '\u6BCF\u6708', '\u6307\u5B9A\u65E5\u671F']
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5468\u671F'
        }
      }> &
      Schema.Attribute.DefaultTo<'\u6BCF\u6708'>
    from: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::clock-time'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 9:00\uFF1B\u5199 9\u70B9\u3001\u4E0B\u53482\u70B9\u534A\u4E5F\u53EF\u4EE5'
          label: '\u5F00\u59CB\u65F6\u95F4'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::reception.reception'> &
      Schema.Attribute.Private
    matters: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u63A5\u5F85\u4E8B\u9879'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    nth: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5F53\u6708\u7B2C\u51E0\u4E2A'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          max: 5
          min: 1
        },
        number
      >
    office: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5199\u804C\u52A1\uFF0C\u4E0D\u5199\u59D3\u540D'
          label: '\u804C\u52A1'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    official: Schema.Attribute.Relation<'manyToOne', 'api::official.official'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E0D\u4F1A\u516C\u5F00\u3002\u9009\u4E86\u4EE5\u540E\uFF0C\u8FD9\u4F4D\u9886\u5BFC\u770B\u5F97\u5230\u767B\u8BB0\u5230\u5404\u573A\u7684\u6765\u8BBF'
          label: '\u63A5\u8BBF\u9886\u5BFC'
        }
      }>
    order: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u987A\u5E8F'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          min: 0
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>
    place: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5730\u70B9'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }>
    to: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::clock-time'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 11:30'
          label: '\u7ED3\u675F\u65F6\u95F4'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    weekday: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '1 \u662F\u661F\u671F\u4E00\uFF0C7 \u662F\u661F\u671F\u65E5'
          label: '\u661F\u671F\u51E0'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          max: 7
          min: 1
        },
        number
      >
  }
}

export interface ApiRegionRegion extends Struct.CollectionTypeSchema {
  collectionName: 'regions'
  info: {
    displayName: '\u95EE\u9898\u5C5E\u5730'
    pluralName: 'regions'
    singularName: 'region'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['name', 'tier', 'order', 'active']
      main: 'name'
    }
  }
  attributes: {
    active: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E0D\u518D\u4F7F\u7528\u7684\uFF0C\u5173\u6389\u5B83\uFF08\u505C\u7528\uFF09\uFF1A\u4E0D\u518D\u51FA\u73B0\u5728\u53EF\u9009\u7684\u540D\u5355\u91CC\uFF0C\u5DF2\u7ECF\u7528\u5230\u5B83\u7684\u5730\u65B9\u7167\u65E7\uFF0C\u5E76\u6807\u660E\u201C\u5DF2\u505C\u7528\u201D'
          label: '\u5728\u7528'
        }
      }> &
      Schema.Attribute.DefaultTo<true>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::region.region'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    order: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u987A\u5E8F'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          min: 0
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>
    parent: Schema.Attribute.Relation<'manyToOne', 'api::region.region'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E0A\u4E00\u7EA7'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }>
    tier: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: [
            '\u533A',
            '\u4E61\u9547\u8857\u9053',
            '\u6751\uFF08\u793E\u533A\uFF09',
            '\u7F51\u683C',
          ]
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5C42\u7EA7'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiRegulationRegulation extends Struct.CollectionTypeSchema {
  collectionName: 'regulations'
  info: {
    displayName: '\u6CD5\u89C4\u6761\u4F8B'
    pluralName: 'regulations'
    singularName: 'regulation'
  }
  options: {
    draftAndPublish: true
  }
  pluginOptions: {
    desk: {
      list: ['title', 'validity', 'issuer', 'effectiveOn']
      main: 'title'
    }
  }
  attributes: {
    appendix: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6700\u540E\u4E00\u6761\u4E4B\u540E\u7684\u6587\u5B57\uFF0C\u4E00\u884C\u4E00\u6BB5'
          label: '\u9644\u4EF6\u4E0E\u843D\u6B3E'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    demonstration: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6F14\u793A\u5185\u5BB9'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    divisions: Schema.Attribute.Component<'regulation.division', true> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7AE0\u8282'
        }
      }>
    documentNumber: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u53D1\u6587\u5B57\u53F7'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100
      }>
    effectiveOn: Schema.Attribute.Date &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u65BD\u884C\u65E5\u671F'
        }
      }>
    issuedOn: Schema.Attribute.Date &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u516C\u5E03\u65E5\u671F'
        }
      }>
    issuer: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5236\u5B9A\u673A\u5173'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    issuingFacts: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6807\u9898\u4E0B\u9762\u7684\u8BF4\u660E\uFF0C\u4E00\u884C\u4E00\u6761'
          label: '\u9898\u6CE8'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::regulation.regulation'> &
      Schema.Attribute.Private
    preamble: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7B2C\u4E00\u6761\u4E4B\u524D\u7684\u6587\u5B57\uFF0C\u4E00\u884C\u4E00\u6BB5'
          label: '\u5E8F\u8A00'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7B80\u4ECB'
        }
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    validity: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: [
            '\u73B0\u884C\u6709\u6548',
            '\u5C1A\u672A\u65BD\u884C',
            '\u5DF2\u4FEE\u6539',
            '\u5DF2\u5E9F\u6B62',
          ]
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6548\u529B'
        }
      }> &
      Schema.Attribute.DefaultTo<'\u73B0\u884C\u6709\u6548'>
  }
}

export interface ApiReplyTemplateReplyTemplate extends Struct.CollectionTypeSchema {
  collectionName: 'reply_templates'
  info: {
    displayName: '\u7B54\u590D\u8303\u6587'
    pluralName: 'reply-templates'
    singularName: 'reply-template'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['name', 'category', 'topic']
      main: 'name'
    }
  }
  attributes: {
    basis: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6CD5\u5F8B\u4F9D\u636E'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000
      }>
    category: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: [
            '\u4E0D\u9650',
            '\u5EFA\u8BAE\u610F\u89C1',
            '\u68C0\u4E3E\u63A7\u544A',
            '\u7533\u8BC9\u6C42\u51B3',
          ]
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u9002\u5408\u54EA\u4E00\u7C7B\uFF1B\u90FD\u9002\u5408\u5C31\u9009\u201C\u4E0D\u9650\u201D'
          label: '\u4FE1\u8BBF\u7C7B\u522B'
        }
      }> &
      Schema.Attribute.DefaultTo<'\u4E0D\u9650'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    facts: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E8B\u5B9E\u548C\u7406\u7531'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::reply-template.reply-template'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5199\u660E\u9002\u5408\u54EA\u7C7B\u4E8B\uFF0C\u4F8B\u5982\uFF1A\u8DEF\u706F\u7EF4\u4FEE\u5DF2\u5B8C\u6210'
          label: '\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    opinion: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5904\u7406\u610F\u89C1'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000
      }>
    publishedAt: Schema.Attribute.DateTime
    request: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u53EF\u4EE5\u7528 \u3014\u4FE1\u8BBF\u4EBA\u3015\u3014\u67E5\u8BE2\u7F16\u53F7\u3015\u3014\u6807\u9898\u3015\u3014\u6536\u5230\u65E5\u671F\u3015\u3014\u627F\u529E\u5355\u4F4D\u3015\u3014\u529E\u516C\u5BA4\u3015\u3014\u65E5\u671F\u3015\uFF0C\u9009\u7528\u65F6\u81EA\u52A8\u6362\u6210\u8FD9\u4E00\u4EF6\u7684'
          label: '\u8BC9\u6C42'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10000
      }>
    topic: Schema.Attribute.Relation<'manyToOne', 'api::topic.topic'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7559\u7A7A\u5C31\u662F\u4E0D\u9650'
          label: '\u95EE\u9898\u9886\u57DF'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiReportReport extends Struct.CollectionTypeSchema {
  collectionName: 'reports'
  info: {
    displayName: '\u7F51\u7AD9\u627E\u9519'
    pluralName: 'reports'
    singularName: 'report'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-type-builder': {
      visible: false
    }
    desk: {
      list: ['receivedAt', 'handling', 'page', 'text', 'contact']
      main: 'page'
    }
  }
  attributes: {
    contact: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u52A0\u5BC6\u4FDD\u5B58\uFF0C\u53EA\u7528\u6765\u6838\u5B9E\u8FD9\u4E00\u5904\u9519\u8BEF\u3002\u6539\u597D\u4EE5\u540E\u8BF7\u53D1\u5E03\u7BA1\u7406\u5220\u53BB\u8FD9\u4E00\u6761'
          label: '\u8054\u7CFB\u65B9\u5F0F'
        }
        vault: {
          sealed: true
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    handling: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: ['\u5F85\u5904\u7406', '\u5DF2\u6539\u6B63', '\u4E0D\u7528\u6539']
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5904\u7406\u60C5\u51B5'
        }
      }> &
      Schema.Attribute.DefaultTo<'\u5F85\u5904\u7406'>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::report.report'> &
      Schema.Attribute.Private
    page: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u8BFB\u8005\u6253\u5F00\u7684\u7F51\u5740\uFF0C\u6216\u8005\u5199\u7684\u6807\u9898'
          label: '\u54EA\u4E2A\u9875\u9762'
        }
        vault: {
          sealed: true
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    receivedAt: Schema.Attribute.DateTime &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6536\u5230\u65F6\u95F4'
        }
      }>
    remark: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6539\u4E86\u4EC0\u4E48\uFF0C\u6216\u8005\u4E3A\u4EC0\u4E48\u4E0D\u7528\u6539'
          label: '\u5907\u6CE8'
        }
        vault: {
          sealed: true
        }
      }>
    text: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u54EA\u91CC\u4E0D\u5BF9'
        }
        vault: {
          sealed: true
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiSettingsSettings extends Struct.SingleTypeSchema {
  collectionName: 'site_settings'
  info: {
    displayName: '\u7F51\u7AD9\u8BBE\u7F6E'
    pluralName: 'site-settings'
    singularName: 'settings'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['siteName']
      main: 'siteName'
    }
  }
  attributes: {
    address: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u901A\u4FE1\u5730\u5740'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    demonstration: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6F14\u793A\u7AD9\u70B9'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    description: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7F51\u7AD9\u7B80\u4ECB'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    districtName: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u884C\u653F\u533A\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40
      }>
    domain: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u57DF\u540D'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    icpFiling: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: 'ICP \u5907\u6848\u53F7'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    identificationCode: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7F51\u7AD9\u6807\u8BC6\u7801'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::settings.settings'> &
      Schema.Attribute.Private
    missedQueries: Schema.Attribute.Boolean &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u53EA\u8BB0\u8BCD\u548C\u6B21\u6570\uFF0C\u4E0D\u8BB0\u662F\u8C01\u641C\u7684\uFF1B\u641C\u6EE1\u4E94\u6B21\u7684\u5217\u5728\u9996\u9875\u201C\u6CA1\u6709\u627E\u5230\u7684\u201D\u91CC\u3002\u5173\u6389\u5C31\u4E0D\u518D\u8BB0\uFF0C\u5DF2\u6709\u7684\u4E00\u5E76\u5220\u53BB'
          label: '\u7EDF\u8BA1\u6CA1\u6709\u627E\u5230\u7684\u641C\u7D22'
        }
      }> &
      Schema.Attribute.DefaultTo<true>
    officeName: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E3B\u529E\u5355\u4F4D'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    officialTextName: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6761\u4F8B\u539F\u6587\u6765\u6E90'
        }
      }>
    officialTextUrl: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4EE5 https:// \u5F00\u5934'
          label: '\u6761\u4F8B\u539F\u6587\u7F51\u5740'
        }
      }>
    phone: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u54A8\u8BE2\u7535\u8BDD'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40
      }>
    policeFiling: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u516C\u5B89\u5907\u6848\u53F7'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    postalCode: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u90AE\u653F\u7F16\u7801'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    siteName: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7F51\u7AD9\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    visitingHours: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u63A5\u5F85\u65F6\u95F4'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
  }
}

export interface ApiSettledQuerySettledQuery extends Struct.CollectionTypeSchema {
  collectionName: 'settled_queries'
  info: {
    displayName: '\u5DF2\u5904\u7406\u7684\u641C\u7D22'
    pluralName: 'settled-queries'
    singularName: 'settled-query'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
  }
  attributes: {
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    ignored: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E0D\u7528\u7BA1'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::settled-query.settled-query'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    query: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u641C\u7D22\u8BCD'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    settledOn: Schema.Attribute.Date &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5904\u7406\u65E5\u671F'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiStaffMailStaffMail extends Struct.CollectionTypeSchema {
  collectionName: 'staff_mails'
  info: {
    displayName: '\u671F\u9650\u63D0\u9192\u90AE\u4EF6'
    pluralName: 'staff-mails'
    singularName: 'staff-mail'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
    }
  }
  attributes: {
    address: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u90AE\u7BB1'
        }
      }>
    attempts: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5DF2\u8BD5\u6B21\u6570'
        }
      }> &
      Schema.Attribute.DefaultTo<0>
    caseId: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u529E\u4EF6'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    dueAt: Schema.Attribute.DateTime &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4F55\u65F6\u518D\u8BD5'
        }
      }>
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u529E\u4EF6\u3001\u8BB0\u5F55\u4E0E\u90AE\u7BB1'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::staff-mail.staff-mail'> &
      Schema.Attribute.Private
    number: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u67E5\u8BE2\u7F16\u53F7'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    reason: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u672A\u9001\u8FBE\u7684\u539F\u56E0'
        }
      }>
    sentAt: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u9001\u8FBE\u65F6\u95F4'
        }
      }>
    state: Schema.Attribute.Enumeration<['waiting', 'sent', 'failed', 'dropped']> &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u72B6\u6001'
        }
      }> &
      Schema.Attribute.DefaultTo<'waiting'>
    unit: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5355\u4F4D'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    words: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5185\u5BB9'
        }
      }>
  }
}

export interface ApiSynonymSynonym extends Struct.CollectionTypeSchema {
  collectionName: 'synonyms'
  info: {
    displayName: '\u540C\u4E49\u8BCD'
    pluralName: 'synonyms'
    singularName: 'synonym'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['words']
      main: 'words'
    }
  }
  attributes: {
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::synonym.synonym'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    words: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u641C\u7D22\u5176\u4E2D\u4E00\u4E2A\uFF0C\u4E5F\u4F1A\u627E\u5230\u5199\u6210\u5176\u4ED6\u51E0\u4E2A\u7684\u5185\u5BB9\u3002\u4F8B\u5982\uFF1A\u4F4E\u4FDD\u3001\u6700\u4F4E\u751F\u6D3B\u4FDD\u969C\uFF1B\u7528\u987F\u53F7\u3001\u9017\u53F7\u6216\u6362\u884C\u9694\u5F00\uFF0C2 \u81F3 12 \u4E2A'
          label: '\u540C\u4E49\u7684\u8BCD'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500
      }>
  }
}

export interface ApiTopicTopic extends Struct.CollectionTypeSchema {
  collectionName: 'topics'
  info: {
    displayName: '\u95EE\u9898\u9886\u57DF'
    pluralName: 'topics'
    singularName: 'topic'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['name', 'order', 'active']
      main: 'name'
    }
  }
  attributes: {
    active: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E0D\u518D\u4F7F\u7528\u7684\uFF0C\u5173\u6389\u5B83\uFF08\u505C\u7528\uFF09\uFF1A\u4E0D\u518D\u51FA\u73B0\u5728\u53EF\u9009\u7684\u540D\u5355\u91CC\uFF0C\u5DF2\u7ECF\u7528\u5230\u5B83\u7684\u5730\u65B9\u7167\u65E7\uFF0C\u5E76\u6807\u660E\u201C\u5DF2\u505C\u7528\u201D'
          label: '\u5728\u7528'
        }
      }> &
      Schema.Attribute.DefaultTo<true>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    hint: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u4E3E\u4F8B'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::topic.topic'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20
      }>
    order: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u987A\u5E8F'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          min: 0
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiUnitAccountUnitAccount extends Struct.CollectionTypeSchema {
  collectionName: 'unit_accounts'
  info: {
    displayName: '\u5355\u4F4D\u8D26\u53F7'
    pluralName: 'unit-accounts'
    singularName: 'unit-account'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    desk: {
      list: ['account', 'unit', 'head']
      main: 'account'
    }
  }
  attributes: {
    account: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u8FD9\u4E2A\u8D26\u53F7\u987B\u6709\u201C\u627F\u529E\u5355\u4F4D\u201D\u89D2\u8272\uFF0C\u53EA\u770B\u5F97\u5230\u4E0B\u9762\u8FD9\u4E2A\u5355\u4F4D\u7684\u529E\u4EF6'
          label: '\u767B\u5F55\u90AE\u7BB1'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    head: Schema.Attribute.Boolean &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6253\u5F00\u540E\uFF0C\u6700\u540E\u4E00\u5929\u548C\u8D85\u671F\u7684\u63D0\u9192\u4E5F\u53D1\u7ED9\u8FD9\u4E2A\u90AE\u7BB1\uFF1B\u5E73\u5E38\u7684\u63D0\u9192\u53EA\u53D1\u7ED9\u7ECF\u529E\u7684\u8D26\u53F7'
          label: '\u5355\u4F4D\u8D1F\u8D23\u4EBA'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::unit-account.unit-account'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    unit: Schema.Attribute.Relation<'manyToOne', 'api::department.department'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6240\u5C5E\u5355\u4F4D'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiVideoVideo extends Struct.CollectionTypeSchema {
  collectionName: 'videos'
  info: {
    displayName: '\u5FAE\u89C6\u9891'
    pluralName: 'videos'
    singularName: 'video'
  }
  options: {
    draftAndPublish: true
  }
  pluginOptions: {
    desk: {
      list: ['title', 'publicationTime']
      main: 'title'
    }
  }
  attributes: {
    body: Schema.Attribute.RichText &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::markdown'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u628A\u89C6\u9891\u91CC\u8BF4\u7684\u8BDD\u5199\u6210\u6587\u5B57\uFF0C\u542C\u4E0D\u5230\u58F0\u97F3\u7684\u4EBA\u9760\u5B83\u4E86\u89E3\u5185\u5BB9\uFF1B\u6CA1\u6709\u6587\u5B57\u7A3F\u4E0D\u80FD\u53D1\u5E03'
          label: '\u6587\u5B57\u7A3F'
        }
      }>
    captions: Schema.Attribute.Media<'files'> &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: 'VTT \u6216 SRT\uFF0C\u526A\u8F91\u8F6F\u4EF6\u90FD\u80FD\u5BFC\u51FA\uFF1B\u6CA1\u6709\u5B57\u5E55\u4E0D\u80FD\u53D1\u5E03'
          label: '\u5B57\u5E55\u6587\u4EF6'
        }
      }>
    chapters: Schema.Attribute.Component<'video.chapter', true> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5206\u6BB5'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    demonstration: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6F14\u793A\u5185\u5BB9'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    durationSeconds: Schema.Attribute.Decimal &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4FDD\u5B58\u65F6\u4ECE\u89C6\u9891\u91CC\u81EA\u52A8\u8BFB\u51FA\uFF1B\u8BFB\u4E0D\u51FA\u6765\u7684\uFF0C\u8BF7\u81EA\u5DF1\u586B\u5199'
          label: '\u65F6\u957F\uFF08\u79D2\uFF09'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          max: 3600
          min: 0.1
        },
        number
      >
    file: Schema.Attribute.Media<'videos'> &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: 'MP4 \u6216 MOV\uFF0C\u753B\u9762 H.264\u3001\u58F0\u97F3 AAC\uFF0C\u4E0D\u8D85\u8FC7 200 MB\u300160 \u5206\u949F\uFF1B\u62CD\u6444\u5730\u70B9\u3001\u8BBE\u5907\u7B49\u4FE1\u606F\u4F1A\u81EA\u52A8\u53BB\u6389'
          label: '\u89C6\u9891\u6587\u4EF6'
        }
      }>
    keywords: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u9017\u53F7\u5206\u5F00\uFF0C\u6700\u591A 12 \u4E2A'
          label: '\u5173\u952E\u8BCD'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::video.video'> &
      Schema.Attribute.Private
    phrasings: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5927\u5BB6\u4F1A\u600E\u4E48\u641C\u3001\u600E\u4E48\u95EE\uFF0C\u4E00\u884C\u4E00\u4E2A\uFF0C\u4F8B\u5982\uFF1A\u8981\u5DE5\u8D44\uFF1B\u8001\u677F\u8DD1\u4E86\u3002\u7F51\u9875\u4E0A\u4E0D\u663E\u793A\uFF0C\u53EA\u5E2E\u4EBA\u627E\u5230\u8FD9\u4E00\u9875'
          label: '\u95EE\u6CD5'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000
      }>
    poster: Schema.Attribute.Media<'images'> &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: 'JPEG\u3001PNG\u3001WebP \u6216 AVIF\uFF0C\u4E0D\u8D85\u8FC7 30 MB\uFF0C\u6700\u597D 1280 \u00D7 720\uFF1B\u7559\u7A7A\u65F6\u4FDD\u5B58\u540E\u81EA\u52A8\u4ECE\u89C6\u9891\u91CC\u53D6\u4E00\u5E27'
          label: '\u5C01\u9762'
        }
      }>
    publicationTime: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u663E\u793A\u5728\u9875\u9762\u4E0A\uFF1B\u7559\u7A7A\u5219\u7528\u7B2C\u4E00\u6B21\u53D1\u5E03\u7684\u65F6\u95F4'
          label: '\u53D1\u5E03\u65F6\u95F4'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    silent: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6CA1\u6709\u58F0\u97F3'
        }
      }> &
      Schema.Attribute.DefaultTo<false>
    slug: Schema.Attribute.String &
      Schema.Attribute.Unique &
      Schema.Attribute.CustomField<'global::slug'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7528\u5728\u7F51\u9875\u5730\u5740\u91CC\u3002\u7559\u7A7A\u5C31\u6309\u6807\u9898\u7684\u62FC\u97F3\u751F\u6210\uFF1B\u53EA\u80FD\u7528\u5C0F\u5199\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26'
          label: '\u7F51\u5740\u540D'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    source: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 \u672C\u5C40\u3001\u8F6C\u8F7D\u5355\u4F4D\u7684\u5168\u79F0'
          label: '\u6765\u6E90'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E00\u4E24\u53E5\u8BDD\uFF0C\u663E\u793A\u5728\u5217\u8868\u548C\u641C\u7D22\u7ED3\u679C\u91CC'
          label: '\u6458\u8981'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u9898'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface ApiWorkflowStepWorkflowStep extends Struct.CollectionTypeSchema {
  collectionName: 'workflow_steps'
  info: {
    displayName: '\u53D1\u5E03\u6D41\u7A0B\u6B65\u9AA4'
    pluralName: 'workflow-steps'
    singularName: 'workflow-step'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
    }
  }
  attributes: {
    at: Schema.Attribute.DateTime &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u65F6\u95F4'
        }
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    edition: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7248\u672C'
        }
      }>
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5185\u5BB9'
        }
      }>
    kind: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6B65\u9AA4'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::workflow-step.workflow-step'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    reason: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u539F\u56E0'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    who: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7ECF\u529E\u4EBA'
        }
      }>
    whoId: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7ECF\u529E\u4EBA\u5E8F\u53F7'
        }
      }>
  }
}

export interface ApiWorkflowWorkflow extends Struct.CollectionTypeSchema {
  collectionName: 'workflows'
  info: {
    displayName: '\u53D1\u5E03\u6D41\u7A0B'
    pluralName: 'workflows'
    singularName: 'workflow'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    desk: {}
    records: {
      kept: true
    }
  }
  attributes: {
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    digest: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u8349\u7A3F\u6458\u8981\u503C'
        }
      }>
    editors: Schema.Attribute.JSON &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6539\u8FC7\u8FD9\u4E00\u7A3F\u7684\u4EBA'
        }
      }>
    entry: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u8BC6'
        }
      }>
    failure: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6CA1\u6709\u53D1\u5E03\u7684\u539F\u56E0'
        }
      }>
    key: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5185\u5BB9'
        }
      }>
    live: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7EBF\u4E0A\u7248\u672C'
        }
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::workflow.workflow'> &
      Schema.Attribute.Private
    looked: Schema.Attribute.JSON &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u770B\u8FC7\u7684\u56FE\u7247\u548C\u626B\u63CF\u4EF6'
        }
      }>
    overrides: Schema.Attribute.JSON &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u653E\u884C\u7684\u9690\u79C1\u63D0\u793A'
        }
      }>
    publishAt: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5B9A\u65F6\u53D1\u5E03'
        }
      }>
    publishedAt: Schema.Attribute.DateTime
    resumeAt: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u91CD\u65B0\u5BA1\u6838\u540E\u7684\u53D1\u5E03\u65F6\u95F4'
        }
      }>
    state: Schema.Attribute.Enumeration<
      ['draft', 'returned', 'submitted', 'approved', 'scheduled', 'published', 'withdrawn']
    > &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u72B6\u6001'
        }
      }> &
      Schema.Attribute.DefaultTo<'draft'>
    submittedBy: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u63D0\u4EA4\u4EBA'
        }
      }>
    uid: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u7C7B\u578B'
        }
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    withdrawAt: Schema.Attribute.DateTime &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5B9A\u65F6\u64A4\u4E0B'
        }
      }>
    withdrawNote: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u64A4\u4E0B\u8BF4\u660E'
        }
      }>
    withdrawReason: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u64A4\u4E0B\u539F\u56E0'
        }
      }>
  }
}

export interface PluginContentReleasesRelease extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_releases'
  info: {
    displayName: 'Release'
    pluralName: 'releases'
    singularName: 'release'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    actions: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release-action'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String & Schema.Attribute.Required
    publishedAt: Schema.Attribute.DateTime
    releasedAt: Schema.Attribute.DateTime
    scheduledAt: Schema.Attribute.DateTime
    status: Schema.Attribute.Enumeration<['ready', 'blocked', 'failed', 'done', 'empty']> &
      Schema.Attribute.Required
    timezone: Schema.Attribute.String
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface PluginContentReleasesReleaseAction extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_release_actions'
  info: {
    displayName: 'Release Action'
    pluralName: 'release-actions'
    singularName: 'release-action'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    contentType: Schema.Attribute.String & Schema.Attribute.Required
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    entryDocumentId: Schema.Attribute.String
    isEntryValid: Schema.Attribute.Boolean
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<
      'oneToMany',
      'plugin::content-releases.release-action'
    > &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    release: Schema.Attribute.Relation<'manyToOne', 'plugin::content-releases.release'>
    type: Schema.Attribute.Enumeration<['publish', 'unpublish']> & Schema.Attribute.Required
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface PluginI18NLocale extends Struct.CollectionTypeSchema {
  collectionName: 'i18n_locale'
  info: {
    collectionName: 'locales'
    description: ''
    displayName: 'Locale'
    pluralName: 'locales'
    singularName: 'locale'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    code: Schema.Attribute.String & Schema.Attribute.Unique
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::i18n.locale'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.SetMinMax<
        {
          max: 50
          min: 1
        },
        number
      >
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface PluginReviewWorkflowsWorkflow extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows'
  info: {
    description: ''
    displayName: 'Workflow'
    name: 'Workflow'
    pluralName: 'workflows'
    singularName: 'workflow'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    contentTypes: Schema.Attribute.JSON &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'[]'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Unique
    publishedAt: Schema.Attribute.DateTime
    stageRequiredToPublish: Schema.Attribute.Relation<
      'oneToOne',
      'plugin::review-workflows.workflow-stage'
    >
    stages: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow-stage'>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface PluginReviewWorkflowsWorkflowStage extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows_stages'
  info: {
    description: ''
    displayName: 'Stages'
    name: 'Workflow Stage'
    pluralName: 'workflow-stages'
    singularName: 'workflow-stage'
  }
  options: {
    draftAndPublish: false
    version: '1.1.0'
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    color: Schema.Attribute.String & Schema.Attribute.DefaultTo<'#4945FF'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<
      'oneToMany',
      'plugin::review-workflows.workflow-stage'
    > &
      Schema.Attribute.Private
    name: Schema.Attribute.String
    permissions: Schema.Attribute.Relation<'manyToMany', 'admin::permission'>
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    workflow: Schema.Attribute.Relation<'manyToOne', 'plugin::review-workflows.workflow'>
  }
}

export interface PluginUploadFile extends Struct.CollectionTypeSchema {
  collectionName: 'files'
  info: {
    description: ''
    displayName: 'File'
    pluralName: 'files'
    singularName: 'file'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    alternativeText: Schema.Attribute.Text
    caption: Schema.Attribute.Text
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    ext: Schema.Attribute.String
    focalPoint: Schema.Attribute.JSON
    folder: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'> &
      Schema.Attribute.Private
    folderPath: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    formats: Schema.Attribute.JSON
    hash: Schema.Attribute.String & Schema.Attribute.Required
    height: Schema.Attribute.Integer
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.file'> &
      Schema.Attribute.Private
    mime: Schema.Attribute.String & Schema.Attribute.Required
    name: Schema.Attribute.String & Schema.Attribute.Required
    previewUrl: Schema.Attribute.Text
    provider: Schema.Attribute.String & Schema.Attribute.Required
    provider_metadata: Schema.Attribute.JSON
    publishedAt: Schema.Attribute.DateTime
    related: Schema.Attribute.Relation<'morphToMany'>
    size: Schema.Attribute.Decimal & Schema.Attribute.Required
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    url: Schema.Attribute.Text & Schema.Attribute.Required
    width: Schema.Attribute.Integer
  }
}

export interface PluginUploadFolder extends Struct.CollectionTypeSchema {
  collectionName: 'upload_folders'
  info: {
    displayName: 'Folder'
    pluralName: 'folders'
    singularName: 'folder'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    children: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.folder'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    files: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.file'>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.folder'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    parent: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'>
    path: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    pathId: Schema.Attribute.Integer & Schema.Attribute.Required & Schema.Attribute.Unique
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ContentTypeSchemas {
      'admin::api-token': AdminApiToken
      'admin::api-token-permission': AdminApiTokenPermission
      'admin::permission': AdminPermission
      'admin::role': AdminRole
      'admin::session': AdminSession
      'admin::transfer-token': AdminTransferToken
      'admin::transfer-token-permission': AdminTransferTokenPermission
      'admin::user': AdminUser
      'api::build-request.build-request': ApiBuildRequestBuildRequest
      'api::campaign.campaign': ApiCampaignCampaign
      'api::case-draft.case-draft': ApiCaseDraftCaseDraft
      'api::case-event.case-event': ApiCaseEventCaseEvent
      'api::case-paper.case-paper': ApiCasePaperCasePaper
      'api::case-settings.case-settings': ApiCaseSettingsCaseSettings
      'api::case-view.case-view': ApiCaseViewCaseView
      'api::case.case': ApiCaseCase
      'api::department.department': ApiDepartmentDepartment
      'api::edition.edition': ApiEditionEdition
      'api::essay.essay': ApiEssayEssay
      'api::guide.guide': ApiGuideGuide
      'api::notice.notice': ApiNoticeNotice
      'api::notification.notification': ApiNotificationNotification
      'api::official.official': ApiOfficialOfficial
      'api::page.page': ApiPagePage
      'api::paper-template.paper-template': ApiPaperTemplatePaperTemplate
      'api::paper-version.paper-version': ApiPaperVersionPaperVersion
      'api::public-figures.public-figures': ApiPublicFiguresPublicFigures
      'api::quarantine.quarantine': ApiQuarantineQuarantine
      'api::reception.reception': ApiReceptionReception
      'api::region.region': ApiRegionRegion
      'api::regulation.regulation': ApiRegulationRegulation
      'api::reply-template.reply-template': ApiReplyTemplateReplyTemplate
      'api::report.report': ApiReportReport
      'api::settings.settings': ApiSettingsSettings
      'api::settled-query.settled-query': ApiSettledQuerySettledQuery
      'api::staff-mail.staff-mail': ApiStaffMailStaffMail
      'api::synonym.synonym': ApiSynonymSynonym
      'api::topic.topic': ApiTopicTopic
      'api::unit-account.unit-account': ApiUnitAccountUnitAccount
      'api::video.video': ApiVideoVideo
      'api::workflow-step.workflow-step': ApiWorkflowStepWorkflowStep
      'api::workflow.workflow': ApiWorkflowWorkflow
      'plugin::content-releases.release': PluginContentReleasesRelease
      'plugin::content-releases.release-action': PluginContentReleasesReleaseAction
      'plugin::i18n.locale': PluginI18NLocale
      'plugin::review-workflows.workflow': PluginReviewWorkflowsWorkflow
      'plugin::review-workflows.workflow-stage': PluginReviewWorkflowsWorkflowStage
      'plugin::upload.file': PluginUploadFile
      'plugin::upload.folder': PluginUploadFolder
    }
  }
}
