export default {
  upload: {
    config: {
      sizeLimit: 200 * 1024 * 1024,
      security: {
        allowedTypes: [
          'image/jpeg',
          'image/png',
          'image/webp',
          'image/avif',
          'video/mp4',
          'text/vtt',
          'application/pdf',
        ],
      },
    },
  },
}
