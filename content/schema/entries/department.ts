import { z } from 'zod'
import { slug } from './slug.ts'

/** 承办单位: a department or township that decides matters. */
export const department = z.object({
  slug,
  name: z.string().min(2).max(60),
  kind: z.enum(['bureau', 'department', 'township', 'other']),
  /** `false`: no longer offered (停用); where it stands, it stays. */
  active: z.boolean().optional(),
  /** What else people call it. */
  aliases: z.array(z.string().max(60)).max(40).optional(),
  duties: z.string().max(400).default(''),
  phone: z.string().max(40).default(''),
  address: z.string().max(120).default(''),
  order: z.int().min(0),
})
export type Department = z.infer<typeof department>

/** The words shown for each kind of unit. */
export const departmentKinds: Record<Department['kind'], string> = {
  bureau: '信访局',
  department: '部门',
  township: '乡镇街道',
  other: '其他',
}
