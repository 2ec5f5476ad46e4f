import { notFound } from 'next/navigation';
import { AppError } from '@/lib/errors/app-error';

/** A miss becomes the page for misses, the same for absent and for somebody else's (AZ-02). */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}
