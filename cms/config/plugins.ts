import { largestUpload } from '../src/media/limits.ts'

export default {
  upload: {
    config: {
      sizeLimit: largestUpload,
      security: {
        // By its bytes, each file is taken or refused by its name in cms/src/media, whichever way it comes.
        allowedTypes: ['*/*'],
      },
    },
  },
}
