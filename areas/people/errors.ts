import { AppError } from '#platform/errors/app-error.ts';

export const wrongCredentials = (): AppError =>
  new AppError('people.wrong_credentials', { message: 'E-mail or password is not right. Check both, then try again.' });

export const emailTaken = (): AppError =>
  new AppError('people.email_taken', { message: 'There is an account with this e-mail. Sign in instead; what you did here comes along.' });

export const weakPassword = (): AppError =>
  new AppError('people.weak_password', {
    message: 'This password is easy to guess. Three or four words that do not belong together are better.',
    fields: { password: 'easy to guess' },
  });

export const alreadySignedUp = (): AppError =>
  new AppError('people.already_signed_up', { message: 'You have an account already. Sign out first to make another one.' });

export const refreshRefused = (detail: string): AppError =>
  new AppError('people.refresh_refused', { message: 'Your sign-in has ended. Sign in again.', detail });

export const notSignedIn = (): AppError =>
  new AppError('people.not_signed_in', {
    message: 'Your sign-in has ended. Sign in again, or start without an account through POST /v1/auth/anonymous.',
  });

export const tooManyLogIns = (): AppError =>
  new AppError('request.too_many', { message: 'Too many tries. Wait a minute, then try again.', retry_after_s: 60 });

export const lastProfile = (): AppError =>
  new AppError('people.last_profile', { message: 'This is your own profile. To remove it, delete your account.' });

export const tooManyProfiles = (): AppError =>
  new AppError('people.too_many_profiles', { message: 'You keep sizes for twelve people already. Remove one first.' });

export const needsUserId = (): AppError =>
  new AppError('request.invalid', { message: 'With an API key, name your shopper in user_id.', fields: { user_id: 'missing' } });
