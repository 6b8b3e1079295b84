import { builder } from './builder.ts'
import './types/roots.ts'

export const schema = builder.toSchema()
