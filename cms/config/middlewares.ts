import { largestUpload } from '../src/media/limits.ts'

export default [
  'global::request-log',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  { name: 'strapi::poweredBy', config: { poweredBy: '' } },
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '16mb',
      formLimit: '1mb',
      textLimit: '1mb',
      formidable: { maxFileSize: largestUpload },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
]
