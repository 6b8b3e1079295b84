import { builder, type Objects } from '../builder.ts'

/**
 * References to types that several files use. Each type is implemented in its own file, so that no two import each
 * other.
 */
export const Node = builder.interfaceRef<object>('Node')
export const Entity = builder.interfaceRef<Objects['Entity']>('Entity')
export const DataCategory = builder.objectRef<Objects['Concept']>('DataCategory')
export const Use = builder.objectRef<Objects['Concept']>('Use')
export const Source = builder.objectRef<Objects['Source']>('Source')
export const Claim = builder.objectRef<Objects['Claim']>('Claim')
export const Assertion = builder.objectRef<Objects['Assertion']>('Assertion')
export const Story = builder.objectRef<Objects['Story']>('Story')
