import { knownHosts } from '../src/strapi/guards/host.ts'
import { ownOrigins } from '../src/strapi/guards/origin.ts'
import { environment, layout } from '../src/environment.ts'
import { largestUpload } from '../src/media/limits.ts'
import { refuseBody } from '../src/strapi/incoming/refuse-body.ts'
import { incomingName } from '../src/strapi/incoming/request-folders.ts'

const { cmsPort, cmsUrl } = environment

export default [
  'global::request-log',
  'strapi::errors',
  'global::unforeseen-errors',
  {
    name: 'strapi::security',
    config: {
      crossOriginResourcePolicy: { policy: 'same-origin' },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      // Strapi's own lets its pages speak to every host. Texts, for lists would be joined with its own.
      contentSecurityPolicy: {
        directives: {
          'connect-src': "'self'",
          'img-src': "'self' data: blob:",
          // Attachments of a case, which its page has fetched itself: papers in a frame, films, sound.
          'frame-src': "'self' blob:",
          'media-src': "'self' data: blob:",
          'font-src': "'self' data:",
          'style-src': "'self' 'unsafe-inline'",
        },
      },
    },
  },
  // Left alone it allows every origin, with credentials.
  {
    name: 'strapi::cors',
    config: { origin: ownOrigins(knownHosts(cmsPort, cmsUrl), cmsUrl) },
  },
  { name: 'strapi::poweredBy', config: { poweredBy: '' } },
  'strapi::query',
  'global::incoming-files',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '16mb',
      formLimit: '1mb',
      textLimit: '1mb',
      onError: refuseBody,
      formidable: {
        maxFileSize: largestUpload,
        uploadDir: layout.cmsIncoming,
        filename: incomingName,
      },
    },
  },
  { name: 'strapi::session', config: { sameSite: 'strict' } },
  'strapi::favicon',
  'strapi::public',
]
