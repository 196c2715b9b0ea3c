package com.example.users;

import dev.seamless.web.servlet.RequestJson;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class UserService {

    private final UserRepository users;
    private final RequestJson json;
    private final Validator validator;

    UserService(UserRepository users, RequestJson json, Validator validator) {
        this.users = users;
        this.json = json;
        this.validator = validator;
    }

    @Transactional(readOnly = true)
    Page<UserDto> list(Pageable page) {
        return users.findAll(page).map(User::toDto);
    }

    @Transactional(readOnly = true)
    UserDto get(long id) {
        return find(id).toDto();
    }

    UserDto create(UserDto dto) {
        User user = new User();
        user.apply(dto);
        return users.saveAndFlush(user).toDto();
    }

    UserDto replace(long id, UserDto dto) {
        User user = find(id);
        user.apply(dto);
        return users.saveAndFlush(user).toDto();
    }

    UserDto patch(long id, byte[] patch) {
        UserDto patched = json.readerForUpdating(find(id).toDto()).readValue(patch);
        Set<ConstraintViolation<UserDto>> violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return replace(id, patched);
    }

    void delete(long id) {
        users.delete(find(id));
    }

    private User find(long id) {
        return users.findById(id).orElseThrow(() -> new UnknownUserException(id));
    }
}
