import type { Schema, Struct } from '@strapi/strapi'

export interface CampaignEvent extends Struct.ComponentSchema {
  collectionName: 'components_campaign_events'
  info: {
    displayName: '\u73B0\u573A\u6D3B\u52A8'
  }
  pluginOptions: {
    desk: {
      main: 'title'
    }
  }
  attributes: {
    on: Schema.Attribute.Date &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u65E5\u671F'
        }
      }>
    place: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5730\u70B9'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    time: Schema.Attribute.String &
      Schema.Attribute.CustomField<'global::clock-span'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 9:00\u201411:30\uFF1B\u5168\u5929\u53EF\u4EE5\u4E0D\u586B'
          label: '\u65F6\u95F4'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 20
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
  }
}

export interface CampaignLeaflet extends Struct.ComponentSchema {
  collectionName: 'components_campaign_leaflets'
  info: {
    displayName: '\u5BA3\u4F20\u6750\u6599'
  }
  pluginOptions: {
    desk: {
      main: 'title'
    }
  }
  attributes: {
    file: Schema.Attribute.Media<'images' | 'files'> &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: 'PDF \u6216\u8005\u56FE\u7247'
          label: '\u6587\u4EF6'
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
        maxLength: 60
      }>
  }
}

export interface RegulationArticle extends Struct.ComponentSchema {
  collectionName: 'components_regulation_articles'
  info: {
    displayName: '\u6761\u6587'
  }
  pluginOptions: {
    desk: {
      main: 'label'
    }
  }
  attributes: {
    guide: Schema.Attribute.RichText &
      Schema.Attribute.CustomField<'global::markdown'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u901A\u4FD7\u89E3\u8BFB'
        }
      }>
    insertion: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u7B2C\u4E00\u767E\u4E8C\u5341\u6761\u4E4B\u4E00\u586B 1\uFF0C\u6CA1\u6709\u586B 0'
          label: '\u4E4B\u51E0'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          min: 0
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>
    label: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 \u7B2C\u4E09\u5341\u56DB\u6761'
          label: '\u6761\u53F7\u5199\u6CD5'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40
      }>
    number: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6761\u53F7'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          min: 1
        },
        number
      >
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
    text: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4E00\u884C\u4E00\u6B3E\uFF1B\u9879\u53E6\u8D77\u4E00\u884C\uFF0C\u4EE5\uFF08\u4E00\uFF09\u5F00\u5934'
          label: '\u539F\u6587'
        }
      }>
  }
}

export interface RegulationDivision extends Struct.ComponentSchema {
  collectionName: 'components_regulation_divisions'
  info: {
    displayName: '\u7AE0\u8282'
  }
  pluginOptions: {
    desk: {
      main: 'title'
    }
  }
  attributes: {
    articles: Schema.Attribute.Component<'regulation.article', true> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6761\u6587'
        }
      }>
    label: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u4F8B\u5982 \u7B2C\u4E00\u7AE0'
          label: '\u7F16\u53F7'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40
      }>
    level: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<
        'global::choice',
        {
          choices: ['\u7F16', '\u5206\u7F16', '\u7AE0', '\u8282', '\u65E0\u6807\u9898']
        }
      > &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u5C42\u7EA7'
        }
      }> &
      Schema.Attribute.DefaultTo<'\u7AE0'>
    text: Schema.Attribute.Text &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u6807\u9898\u4E4B\u540E\u3001\u7B2C\u4E00\u6761\u4E4B\u524D\u7684\u6587\u5B57\uFF0C\u4E00\u884C\u4E00\u6BB5\uFF1B\u901A\u5E38\u6CA1\u6709'
          label: '\u6807\u9898\u4E0B\u7684\u6587\u5B57'
        }
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6807\u9898'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
  }
}

export interface VideoChapter extends Struct.ComponentSchema {
  collectionName: 'components_video_chapters'
  info: {
    displayName: '\u5206\u6BB5'
  }
  pluginOptions: {
    desk: {
      main: 'title'
    }
  }
  attributes: {
    article: Schema.Attribute.Integer &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u6D89\u53CA\u6761\u6587'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          max: 50
          min: 1
        },
        number
      >
    atSeconds: Schema.Attribute.Decimal &
      Schema.Attribute.Required &
      Schema.Attribute.CustomField<'global::film-moment'> &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          hint: '\u5199\u6210 1:05 \u7684\u6837\u5B50\uFF0C\u6216\u8005\u5199\u79D2\u6570'
          label: '\u5F00\u59CB'
        }
      }> &
      Schema.Attribute.SetMinMax<
        {
          min: 0
        },
        number
      >
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetPluginOptions<{
        desk: {
          label: '\u540D\u79F0'
        }
      }> &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
  }
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'campaign.event': CampaignEvent
      'campaign.leaflet': CampaignLeaflet
      'regulation.article': RegulationArticle
      'regulation.division': RegulationDivision
      'video.chapter': VideoChapter
    }
  }
}
