import { builder, type Objects } from '../builder.ts'

/** Every type that others point to, named here and implemented in a file of its own, so that no two import each other. */
export const Node = builder.interfaceRef<object>('Node')
export const Entity = builder.interfaceRef<Objects['Entity']>('Entity')
export const DataCategory = builder.objectRef<Objects['Concept']>('DataCategory')
export const Use = builder.objectRef<Objects['Concept']>('Use')
export const Source = builder.objectRef<Objects['Source']>('Source')
export const Claim = builder.objectRef<Objects['Claim']>('Claim')
export const Assertion = builder.objectRef<Objects['Assertion']>('Assertion')
export const Story = builder.objectRef<Objects['Story']>('Story')
