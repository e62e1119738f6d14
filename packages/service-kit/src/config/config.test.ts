import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { baseConfig, ConfigError, loadConfig, serviceEnvironment } from '../index.ts';

const SOUND = { PORT: '4001', OPS_PORT: '4101', MONGODB_URI: 'mongodb://127.0.0.1', REDIS_URL: 'redis://127.0.0.1' };

const faultsOf = (env: NodeJS.ProcessEnv) => {
  try {
    loadConfig(baseConfig, env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('It was taken');
};

describe('an environment', () => {
  test('is read once into a frozen, typed object with what is usual', () => {
    const config = loadConfig(baseConfig, { ...SOUND, ROLE: '', UNKNOWN: 'x' });
    expect(config).toMatchObject({ PORT: 4001, ROLE: 'all', BUSINESS_TIME_ZONE: 'Asia/Shanghai', HOST: '127.0.0.1' });
    expect(Object.isFrozen(config)).toBe(true);
    expect(config).not.toHaveProperty('UNKNOWN');
  });

  test('with faults is refused, all of them named together and no value shown', () => {
    const error = faultsOf({
      PORT: '70000',
      MONGODB_URI: 'root:secret@db',
      BUSINESS_TIME_ZONE: 'Asia/Atlantis',
      ROLE: 'boss',
    });
    expect(error.faults.map(({ variable }) => variable).sort()).toEqual([
      ...['BUSINESS_TIME_ZONE', 'MONGODB_URI', 'OPS_PORT', 'PORT', 'REDIS_URL', 'ROLE'],
    ]);
    expect(error.message).toContain('MONGODB_URI: must begin with mongodb:// or mongodb+srv://');
    expect(error.message).toContain('REDIS_URL: is required');
    expect(error.message).not.toContain('secret');
  });

  test.each(['4001x', '-1', '1.5'])('PORT %s is refused', (PORT) => {
    expect(faultsOf({ ...SOUND, PORT }).faults.map(({ variable }) => variable)).toEqual(['PORT']);
  });

  test('of a service may have its own database', () => {
    const env = { MONGODB_URI: 'mongodb://all', SALES_NETWORK_MONGODB_URI: 'mongodb://own' };
    expect(serviceEnvironment('sales-network', env).MONGODB_URI).toBe('mongodb://own');
    expect(serviceEnvironment('customers', env).MONGODB_URI).toBe('mongodb://all');
  });

  test('of any shape says of what is absent that it is required', () => {
    expect(() => loadConfig(z.object({ KEY: z.string() }), {})).toThrow('KEY: is required');
  });
});
