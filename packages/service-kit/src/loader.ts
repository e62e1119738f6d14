import DataLoader from 'dataloader';

/**
 * Reads together what one request asks for piece by piece, and each piece once.
 * @param read given the keys, answers with a value (or an Error) for each, in the same order
 * @param keyOf tells keys apart where they are objects
 */
export const loader = <Key, Value, Known = Key>(
  read: (keys: readonly Key[]) => Promise<ArrayLike<Value | Error>>,
  keyOf?: (key: Key) => Known,
): DataLoader<Key, Value, Known> => new DataLoader<Key, Value, Known>(read, keyOf ? { cacheKeyFn: keyOf } : {});
