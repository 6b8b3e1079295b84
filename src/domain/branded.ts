declare const BRAND: unique symbol

/** A primitive that only one `parse…` or `to…` function makes, so that it cannot be mixed up with others of its type. */
export type Branded<T extends string | number, Name extends string> = T & { readonly [BRAND]: Name }
