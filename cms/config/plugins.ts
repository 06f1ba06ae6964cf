import { largestUpload } from '../src/media/limits.ts'

export default {
  upload: {
    config: {
      sizeLimit: largestUpload,
      security: {
        allowedTypes: [
          'image/jpeg',
          'image/png',
          'image/webp',
          'image/avif',
          'video/mp4',
          'text/vtt',
          // Becomes WebVTT on its way in.
          'application/x-subrip',
          'application/pdf',
        ],
      },
    },
  },
}
