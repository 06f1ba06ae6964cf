import { documents, lists, records } from '@portal/content/schema/collections'
import { defineCollection } from 'astro:content'
import { libraryLoader } from './library/loader.ts'

export const collections = {
  regulations: defineCollection({
    loader: libraryLoader('regulations'),
    schema: records.regulations,
  }),
  essays: defineCollection({ loader: libraryLoader('essays'), schema: documents.essays }),
  videos: defineCollection({ loader: libraryLoader('videos'), schema: documents.videos }),
  notices: defineCollection({ loader: libraryLoader('notices'), schema: documents.notices }),
  guides: defineCollection({ loader: libraryLoader('guides'), schema: documents.guides }),
  campaigns: defineCollection({ loader: libraryLoader('campaigns'), schema: documents.campaigns }),
  topics: defineCollection({ loader: libraryLoader('topics'), schema: lists.topics }),
  regions: defineCollection({ loader: libraryLoader('regions'), schema: lists.regions }),
  departments: defineCollection({
    loader: libraryLoader('departments'),
    schema: lists.departments,
  }),
  reception: defineCollection({ loader: libraryLoader('reception'), schema: lists.reception }),
}
